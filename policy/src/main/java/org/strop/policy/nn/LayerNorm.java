package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.strop.policy.nn.Initializer.Constant;

/**
 * Normalises the last axis to mean 0 and variance 1, then scales and shifts it (Ba et al. 2016; ε =
 * 1e-5, biased variance, as PyTorch).
 *
 * @param weight slot of the scale, [width]
 * @param bias slot of the shift, [width]
 */
public record LayerNorm(int weight, int bias, int width) {
  private static final float EPSILON = 1e-5f;

  /** Declares a layer that starts as the plain normalisation. */
  public static LayerNorm declare(ParameterLayout layout, String name, int width) {
    return new LayerNorm(
        layout.add(name + ".weight", new Constant(1), width),
        layout.add(name + ".bias", new Constant(0), width),
        width);
  }

  /** Returns the normalised x, [..., width]; belongs to the manager of x. */
  public NDArray forward(Parameters p, NDArray x) {
    return ai.djl.nn.norm.LayerNorm.layerNorm(
            x, new Shape(width), p.get(weight), p.get(bias), EPSILON)
        .singletonOrThrow();
  }
}
