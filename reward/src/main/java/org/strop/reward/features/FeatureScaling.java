package org.strop.reward.features;

import java.util.Arrays;

/**
 * Centres and scales features by mean and standard deviation, and cuts off what lies far out.
 *
 * <pre>  x' = clamp( (x − mean)/deviation, ±clip )</pre>
 *
 * <p>A feature that hardly varies (deviation below 10⁻⁶ of its size, or of 1) is centred only, so
 * that rounding noise is not blown up.
 */
public final class FeatureScaling {
  private static final double CONSTANT = 1e-6;

  private final float[] mean;
  private final float[] deviation;
  private final float clip;

  /**
   * Returns a scaling of given numbers.
   *
   * @param mean length F; copied
   * @param deviation length F, above 0; copied
   * @param clip above 0
   */
  public FeatureScaling(float[] mean, float[] deviation, double clip) {
    if (mean.length != deviation.length || !(clip > 0)) {
      throw new IllegalArgumentException(
          mean.length + " means, " + deviation.length + " deviations, clip " + clip);
    }
    this.mean = mean.clone();
    this.deviation = deviation.clone();
    this.clip = (float) clip;
  }

  /**
   * Fits a scaling to rows.
   *
   * @param rows row-major [N, F], N at least 1, finite; not modified
   */
  public static FeatureScaling fit(float[] rows, int width, double clip) {
    if (rows.length == 0 || rows.length % width != 0) {
      throw new IllegalArgumentException(rows.length + " values for rows of " + width);
    }
    int n = rows.length / width;
    float[] mean = new float[width];
    float[] deviation = new float[width];
    for (int f = 0; f < width; f++) {
      double sum = 0;
      for (int i = f; i < rows.length; i += width) {
        sum += rows[i];
      }
      double centre = sum / n;
      double squares = 0;
      for (int i = f; i < rows.length; i += width) {
        squares += (rows[i] - centre) * (rows[i] - centre);
      }
      double spread = Math.sqrt(squares / n);
      mean[f] = (float) centre;
      deviation[f] = (float) (spread > CONSTANT * Math.max(1, Math.abs(centre)) ? spread : 1);
    }
    return new FeatureScaling(mean, deviation, clip);
  }

  /** Returns F. */
  public int width() {
    return mean.length;
  }

  /** Returns a copy of the means, length F. */
  public float[] mean() {
    return mean.clone();
  }

  /** Returns a copy of the deviations, length F. */
  public float[] deviation() {
    return deviation.clone();
  }

  /** Returns the cut-off, in deviations. */
  public float clip() {
    return clip;
  }

  /** Scales rows in place, row-major [N, F]. */
  public void apply(float[] rows) {
    for (int i = 0; i < rows.length; i++) {
      int f = i % mean.length;
      float scaled = (rows[i] - mean[f]) / deviation[f];
      rows[i] = Math.max(-clip, Math.min(clip, scaled));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureScaling s
        && clip == s.clip
        && Arrays.equals(mean, s.mean)
        && Arrays.equals(deviation, s.deviation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
  }
}
