package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * A multi-layer perceptron, or M of them in one batch: linear layers with an activation between
 * them and none after the last.
 *
 * <p>Shapes as {@link Linear}: M = 1 maps [..., in] to [..., out]; M > 1 maps [M, B, in] or [B, in]
 * to [M, B, out].
 *
 * @param layers first to last
 */
public record Mlp(List<Linear> layers, Activation activation) {
  /** Copies the list. */
  public Mlp {
    layers = List.copyOf(layers);
  }

  /**
   * Declares layers named {@code name.0}, {@code name.1}, and so on.
   *
   * @param members M, at least 1
   * @param widths in, hidden..., out; at least two
   */
  public static Mlp declare(
      ParameterLayout layout, String name, int members, Activation activation, int... widths) {
    if (widths.length < 2) {
      throw new IllegalArgumentException(name + " needs at least an input and an output width");
    }
    List<Linear> layers = new ArrayList<>();
    for (int i = 0; i + 1 < widths.length; i++) {
      layers.add(Linear.declare(layout, name + "." + i, members, widths[i], widths[i + 1]));
    }
    return new Mlp(layers, activation);
  }

  /** Returns the outputs; they belong to the manager of x. */
  public NDArray forward(Parameters p, NDArray x) {
    NDArray h = layers.get(0).forward(p, x);
    for (Linear layer : layers.subList(1, layers.size())) {
      h = layer.forward(p, activation.apply(h));
    }
    return h;
  }
}
