package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;

/** Elementwise non-linearities, with PyTorch's definitions. */
public enum Activation {
  /** max(0, x). */
  RELU,
  /** x·σ(x); also called swish. */
  SILU,
  /** x·tanh(ln(1 + eˣ)). */
  MISH,
  /** x·Φ(x), exact; one native call, the cheapest of the smooth ones here. */
  GELU,
  /** GELU with its tanh approximation. */
  GELU_TANH,
  /** tanh x. */
  TANH;

  private static final float SQRT_2_OVER_PI = (float) Math.sqrt(2 / Math.PI);

  /** Returns the activation of each value; same shape, same manager; x is not modified. */
  public NDArray apply(NDArray x) {
    return switch (this) {
      case RELU -> ai.djl.nn.Activation.relu(x);
      case SILU -> x.mul(ai.djl.nn.Activation.sigmoid(x));
      case MISH -> x.mul(ai.djl.nn.Activation.softPlus(x).tanh());
      case GELU -> ai.djl.nn.Activation.gelu(x);
      case GELU_TANH -> geluTanh(x);
      case TANH -> x.tanh();
    };
  }

  private static NDArray geluTanh(NDArray x) {
    // ½x(1 + tanh(√(2/π)(x + 0.044715x³)))
    NDArray cubic = Scalars.times(x.mul(x), 0.044715f).add(1f).mul(x);
    NDArray inner = Scalars.times(cubic, SQRT_2_OVER_PI);
    return Scalars.times(inner.tanh().add(1f).mul(x), 0.5f);
  }
}
