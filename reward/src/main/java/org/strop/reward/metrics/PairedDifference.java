package org.strop.reward.metrics;

/**
 * Mean of paired differences with its standard error.
 *
 * @param mean of the differences, in their unit
 * @param standardError sample standard deviation over √n; NaN for a single pair
 * @param n pairs, at least 1
 */
public record PairedDifference(double mean, double standardError, int n) {
  /**
   * Returns the summary of {@code after − before}, pair by pair.
   *
   * @param after length n, finite; not modified
   * @param before length n, finite; not modified
   * @throws IllegalArgumentException if the lengths differ or there is no pair
   */
  public static PairedDifference of(double[] after, double[] before) {
    int n = after.length;
    if (n == 0 || before.length != n) {
      throw new IllegalArgumentException("expected pairs, found " + n + " and " + before.length);
    }
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (after[i] - before[i]) / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double d = after[i] - before[i] - mean;
      squares += d * d;
    }
    double error = n == 1 ? Double.NaN : Math.sqrt(squares / (n - 1.0) / n);
    return new PairedDifference(mean, error, n);
  }

  /** Returns whether the mean is above {@code k} standard errors; never for a single pair. */
  public boolean exceeds(double k) {
    return mean > k * standardError;
  }
}
