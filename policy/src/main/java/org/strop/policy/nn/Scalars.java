package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;

/**
 * Arithmetic with plain numbers that gradients may flow through.
 *
 * <p>DJL's own {@code x.mul(Number)} makes a tensor over a Java buffer and closes it before it
 * returns. PyTorch keeps that tensor for the gradient of x, but not the buffer: if the collector
 * frees it before {@code backward}, the gradient is whatever lies there by then. It happens once in
 * some thousand steps. Here the number's tensor lives as long as the step. {@code add}, {@code sub}
 * and the in-place operations keep nothing and are safe.
 */
public final class Scalars {
  private Scalars() {}

  /** Returns x·c; belongs to the manager of x, and so does the number's tensor. */
  public static NDArray times(NDArray x, Number c) {
    return x.mul(x.getManager().create(c));
  }

  /** Returns x/c; belongs to the manager of x, and so does the number's tensor. */
  public static NDArray over(NDArray x, Number c) {
    return x.div(x.getManager().create(c));
  }
}
