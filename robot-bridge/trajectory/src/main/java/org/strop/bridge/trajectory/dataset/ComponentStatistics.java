package org.strop.bridge.trajectory.dataset;

/**
 * Statistics of one component of a channel over all steps of all episodes, in float64; values that
 * are not finite are left out.
 *
 * @param count number of finite values; where it is 0, all others are 0
 * @param min smallest
 * @param max largest
 * @param mean mean
 * @param squaredDeviation sum of (x - mean)², kept so that episodes can be added exactly
 */
public record ComponentStatistics(
    long count, double min, double max, double mean, double squaredDeviation) {
  /** Of no values. */
  public static final ComponentStatistics EMPTY = new ComponentStatistics(0, 0, 0, 0, 0);

  /** Returns the standard deviation √(Σ(x − mean)² / count); 0 where there are no values. */
  public double std() {
    return count == 0 ? 0 : Math.sqrt(squaredDeviation / count);
  }

  /** Returns the statistics with one more value (Welford 1962); unchanged if it is not finite. */
  public ComponentStatistics with(double value) {
    if (!Double.isFinite(value)) {
      return this;
    }
    long n = count + 1;
    double delta = value - mean;
    double newMean = mean + delta / n;
    return new ComponentStatistics(
        n,
        count == 0 ? value : Math.min(min, value),
        count == 0 ? value : Math.max(max, value),
        newMean,
        squaredDeviation + delta * (value - newMean));
  }
}
