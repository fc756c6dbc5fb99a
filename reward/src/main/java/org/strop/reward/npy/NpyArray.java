package org.strop.reward.npy;

import java.util.Arrays;

/**
 * An array as read from a file: its shape and its values as doubles, row-major (C order).
 *
 * <p>Every supported kind of element fits a double exactly, but for 64-bit integers past 2⁵³. Not
 * copied in or out: a large array has one owner.
 */
public final class NpyArray {
  private final String name;
  private final int[] shape;
  private final double[] values;

  NpyArray(String name, int[] shape, double[] values) {
    this.name = name;
    this.shape = shape;
    this.values = values;
  }

  /** Returns its name inside the archive, or the file's name; for messages. */
  public String name() {
    return name;
  }

  /** Returns a copy of the shape; empty for a scalar. */
  public int[] shape() {
    return shape.clone();
  }

  /** Returns the number of dimensions. */
  public int rank() {
    return shape.length;
  }

  /** Returns the length along a dimension. */
  public int size(int dimension) {
    return shape[dimension];
  }

  /** Returns all values, row-major; the array itself, not a copy. */
  public double[] values() {
    return values;
  }

  @Override
  public String toString() {
    return name + Arrays.toString(shape);
  }
}
