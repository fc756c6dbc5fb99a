package org.strop.bridge.trajectory;

import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable row-major matrix of floats, shape [rows, cols], equal by content.
 *
 * <p>Rows are usually time steps, columns the components of a channel. NaN equals NaN, as in {@link
 * Arrays#equals(float[], float[])}.
 */
public final class FloatMatrix {
  private final int rows;
  private final int cols;
  private final float[] values;

  private FloatMatrix(int rows, int cols, float[] values) {
    this.rows = rows;
    this.cols = cols;
    this.values = values;
  }

  /**
   * Returns a matrix over a copy of the values.
   *
   * @param rows number of rows, at least 0
   * @param cols number of columns, at least 0
   * @param values row-major, length rows * cols; copied
   * @throws IllegalArgumentException if the length does not fit the shape
   */
  public static FloatMatrix of(int rows, int cols, float[] values) {
    if (rows < 0 || cols < 0 || values.length != Math.multiplyExact(rows, cols)) {
      throw new IllegalArgumentException(
          "expected [" + rows + ", " + cols + "], found " + values.length + " values");
    }
    return new FloatMatrix(rows, cols, values.clone());
  }

  /**
   * Returns a matrix of the given rows.
   *
   * @param cols width, also when there are no rows
   * @param rows each of length cols; copied
   */
  public static FloatMatrix ofRows(int cols, java.util.List<float[]> rows) {
    float[] all = new float[Math.multiplyExact(rows.size(), cols)];
    for (int r = 0; r < rows.size(); r++) {
      if (rows.get(r).length != cols) {
        throw new IllegalArgumentException(
            "row " + r + ": expected " + cols + " values, found " + rows.get(r).length);
      }
      System.arraycopy(rows.get(r), 0, all, r * cols, cols);
    }
    return new FloatMatrix(rows.size(), cols, all);
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Returns the number of columns. */
  public int cols() {
    return cols;
  }

  /** Returns the value at a row and a column. */
  public float get(int row, int col) {
    return values[Objects.checkIndex(row, rows) * cols + Objects.checkIndex(col, cols)];
  }

  /** Returns a copy of one row, length cols. */
  public float[] row(int row) {
    int from = Objects.checkIndex(row, rows) * cols;
    return Arrays.copyOfRange(values, from, from + cols);
  }

  /** Copies one row into {@code out} from {@code offset} on; allocates nothing. */
  public void copyRow(int row, float[] out, int offset) {
    System.arraycopy(values, Objects.checkIndex(row, rows) * cols, out, offset, cols);
  }

  /** Returns rows [from, to) as a matrix of their own. */
  public FloatMatrix rows(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new FloatMatrix(to - from, cols, Arrays.copyOfRange(values, from * cols, to * cols));
  }

  /** Returns a copy of all values, row-major. */
  public float[] toArray() {
    return values.clone();
  }

  /** Returns whether no value is NaN or infinite. */
  public boolean isFinite() {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FloatMatrix m
        && rows == m.rows
        && cols == m.cols
        && Arrays.equals(values, m.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + cols) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "FloatMatrix[" + rows + ", " + cols + "]";
  }
}
