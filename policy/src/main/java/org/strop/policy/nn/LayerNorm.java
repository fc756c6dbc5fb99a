package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.strop.policy.nn.Initializer.Constant;

/**
 * Normalises the last axis to mean 0 and variance 1, then scales and shifts it (Ba et al. 2016; ε =
 * 1e-5, biased variance, as PyTorch). With members M > 1, each scales and shifts by its own.
 *
 * @param weight slot of the scale, [width], or [M, 1, width]
 * @param bias slot of the shift, the same shape
 */
public record LayerNorm(int weight, int bias, int members, int width) {
  private static final float EPSILON = 1e-5f;

  /** Declares a layer that starts as the plain normalisation. */
  public static LayerNorm declare(ParameterLayout layout, String name, int width) {
    return declare(layout, name, 1, width);
  }

  /** Declares a layer of M members that starts as the plain normalisation. */
  public static LayerNorm declare(ParameterLayout layout, String name, int members, int width) {
    long[] shape = members == 1 ? new long[] {width} : new long[] {members, 1, width};
    return new LayerNorm(
        layout.add(name + ".weight", new Constant(1), shape),
        layout.add(name + ".bias", new Constant(0), shape),
        members,
        width);
  }

  /**
   * Returns the normalised x; belongs to the manager of x.
   *
   * @param x [..., width]; with members [M, B, width]
   */
  public NDArray forward(Parameters p, NDArray x) {
    if (members == 1) {
      return normalised(x, p.get(weight), p.get(bias));
    }
    NDManager scope = x.getManager();
    NDArray plain = normalised(x, scope.ones(new Shape(width)), scope.zeros(new Shape(width)));
    return plain.mul(p.get(weight)).add(p.get(bias));
  }

  private NDArray normalised(NDArray x, NDArray scale, NDArray shift) {
    return ai.djl.nn.norm.LayerNorm.layerNorm(x, new Shape(width), scale, shift, EPSILON)
        .singletonOrThrow();
  }
}
