package org.strop.policy.nn;

import java.util.Arrays;

/**
 * A named-file tensor off the engine: shape and float32 values, row-major, equal by content.
 * Immutable.
 */
public final class Tensor {
  private final long[] shape;
  private final float[] values;

  private Tensor(long[] shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * Returns a tensor over copies.
   *
   * @param shape sizes, each at least 0; empty for a scalar
   * @param values row-major, as many as the shape holds
   * @throws IllegalArgumentException if their number does not fit the shape
   */
  public static Tensor of(long[] shape, float[] values) {
    long size = 1;
    for (long s : shape) {
      size = Math.multiplyExact(size, s);
    }
    if (size != values.length) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + " does not hold " + values.length + " values");
    }
    return new Tensor(shape.clone(), values.clone());
  }

  /** Returns a vector over a copy of the values, shape [n]. */
  public static Tensor vector(float... values) {
    return of(new long[] {values.length}, values);
  }

  /** Returns a copy of the shape. */
  public long[] shape() {
    return shape.clone();
  }

  /** Returns a copy of the values, row-major. */
  public float[] values() {
    return values.clone();
  }

  /** Returns the number of values. */
  public int size() {
    return values.length;
  }

  /** Returns the value at a row-major position. */
  public float get(int index) {
    return values[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor t
        && Arrays.equals(shape, t.shape)
        && Arrays.equals(values, t.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
