package org.strop.policy.nn;

import java.util.Arrays;
import java.util.List;
import org.strop.bridge.trajectory.FloatMatrix;

/**
 * Maps each component from its range in the data to [-1, 1], and back.
 *
 * <pre>  encode(x) = (x − m)/h,  decode(z) = m + z·h,  m = (min + max)/2,  h = (max − min)/2</pre>
 *
 * <p>A component whose range is below {@value #CONSTANT_RANGE} of its size carries nothing: it
 * encodes to 0, and decodes to its middle whatever a network says (ours; the usual scale of 1 would
 * turn a network's error into metres). Values outside the range map outside [-1, 1]; nothing is
 * clipped here. NaN stays NaN.
 */
public final class MinMaxNormalizer {
  private static final float CONSTANT_RANGE = 1e-6f;

  private final float[] min;
  private final float[] max;

  private MinMaxNormalizer(float[] min, float[] max) {
    this.min = min;
    this.max = max;
  }

  /**
   * Returns the normaliser of given ranges.
   *
   * @param min finite; copied
   * @param max of the same length, nowhere below min; copied
   */
  public static MinMaxNormalizer of(float[] min, float[] max) {
    for (int i = 0; i < Math.max(min.length, max.length); i++) {
      if (min.length != max.length || !(min[i] <= max[i]) || Float.isInfinite(max[i] - min[i])) {
        throw new IllegalArgumentException(
            "ranges " + Arrays.toString(min) + " to " + Arrays.toString(max) + " are not valid");
      }
    }
    return new MinMaxNormalizer(min.clone(), max.clone());
  }

  /**
   * Returns the normaliser of data.
   *
   * @param data each [any, width]; rows with NaN count where they are finite
   * @throws IllegalArgumentException if a component has no finite value
   */
  public static MinMaxNormalizer fit(int width, List<FloatMatrix> data) {
    float[] min = new float[width];
    float[] max = new float[width];
    Arrays.fill(min, Float.POSITIVE_INFINITY);
    Arrays.fill(max, Float.NEGATIVE_INFINITY);
    for (FloatMatrix matrix : data) {
      for (int r = 0; r < matrix.rows(); r++) {
        for (int c = 0; c < width; c++) {
          float value = matrix.get(r, c);
          if (Float.isFinite(value)) {
            min[c] = Math.min(min[c], value);
            max[c] = Math.max(max[c], value);
          }
        }
      }
    }
    return of(min, max);
  }

  /** Returns the number of components. */
  public int width() {
    return min.length;
  }

  /** Returns a copy of the lower ends. */
  public float[] min() {
    return min.clone();
  }

  /** Returns a copy of the upper ends. */
  public float[] max() {
    return max.clone();
  }

  /** Returns whether a component carries nothing. */
  public boolean isConstant(int component) {
    float size = Math.max(1, Math.max(Math.abs(min[component]), Math.abs(max[component])));
    return max[component] - min[component] < CONSTANT_RANGE * size;
  }

  /** Returns the encoded value of one component. */
  public float encode(int component, float value) {
    if (isConstant(component)) {
      return Float.isNaN(value) ? value : 0;
    }
    return (value - middle(component)) / half(component);
  }

  /** Returns the value of one encoded component. */
  public float decode(int component, float encoded) {
    return isConstant(component)
        ? middle(component)
        : middle(component) + encoded * half(component);
  }

  private float middle(int component) {
    return min[component] + half(component);
  }

  private float half(int component) {
    return (max[component] - min[component]) / 2;
  }

  /** Encodes rows in place; the length is a multiple of the width. */
  public void encode(float[] rows) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = encode(i % min.length, rows[i]);
    }
  }

  /** Decodes rows in place; the length is a multiple of the width. */
  public void decode(float[] rows) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = decode(i % min.length, rows[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MinMaxNormalizer n
        && Arrays.equals(min, n.min)
        && Arrays.equals(max, n.max);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(min) + Arrays.hashCode(max);
  }
}
