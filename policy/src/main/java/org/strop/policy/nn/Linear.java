package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import org.strop.policy.nn.Initializer.Constant;
import org.strop.policy.nn.Initializer.Uniform;

/**
 * An affine map; with members M > 1, M independent ones in a single batched product.
 *
 * <p>Plain (M = 1): weight [out, in] as in PyTorch, x [..., in] to [..., out]. Ensemble (M > 1):
 * weight [M, in, out], bias [M, 1, out]; x [M, B, in], or [B, in] shared by all members, to [M, B,
 * out].
 *
 * @param weight slot of the weight
 * @param bias slot of the bias
 */
public record Linear(int weight, int bias, int members, int in, int out) {
  /** Declares a layer with PyTorch's start: U(-1/√in, 1/√in) for weight and bias. */
  public static Linear declare(ParameterLayout layout, String name, int members, int in, int out) {
    return declare(layout, name, members, in, out, new Uniform(1 / Math.sqrt(in)));
  }

  /** Declares a layer that returns 0 until it is trained. */
  public static Linear declareZero(
      ParameterLayout layout, String name, int members, int in, int out) {
    return declare(layout, name, members, in, out, new Constant(0));
  }

  private static Linear declare(
      ParameterLayout layout, String name, int members, int in, int out, Initializer init) {
    if (members < 1 || in < 1 || out < 1) {
      throw new IllegalArgumentException(
          name + ": members " + members + ", in " + in + ", out " + out + " must be at least 1");
    }
    boolean plain = members == 1;
    long[] weight = plain ? new long[] {out, in} : new long[] {members, in, out};
    long[] bias = plain ? new long[] {out} : new long[] {members, 1, out};
    return new Linear(
        layout.add(name + ".weight", init, weight),
        layout.add(name + ".bias", init, bias),
        members,
        in,
        out);
  }

  /** Returns x·W + b; belongs to the manager of x. */
  public NDArray forward(Parameters p, NDArray x) {
    long width = x.getShape().get(x.getShape().dimension() - 1);
    if (width != in) {
      throw new IllegalArgumentException("expected [..., " + in + "], found " + x.getShape());
    }
    if (members == 1) {
      return ai.djl.nn.core.Linear.linear(x, p.get(weight), p.get(bias)).singletonOrThrow();
    }
    return x.matMul(p.get(weight)).add(p.get(bias));
  }
}
