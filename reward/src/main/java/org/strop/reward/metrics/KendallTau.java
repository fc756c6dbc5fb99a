package org.strop.reward.metrics;

/** Kendall's rank correlation. */
public final class KendallTau {
  private KendallTau() {}

  /**
   * Returns tau-b, which corrects for ties, in [−1, 1]; NaN where one side is constant or there are
   * fewer than two values. Counts all pairs: O(n²), meant for n up to some thousands.
   *
   * <pre>  τ_b = (C − D) / √( (n₀ − n_x)(n₀ − n_y) ) ,  n₀ = n(n−1)/2        Kendall 1945</pre>
   *
   * @param x length n, no NaN; not modified
   * @param y length n, no NaN; not modified
   */
  public static double tauB(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("lengths " + x.length + " and " + y.length);
    }
    long balance = 0;
    long untiedX = 0;
    long untiedY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        int dx = order(x[i], x[j]);
        int dy = order(y[i], y[j]);
        balance += dx * dy;
        untiedX += dx == 0 ? 0 : 1;
        untiedY += dy == 0 ? 0 : 1;
      }
    }
    return untiedX == 0 || untiedY == 0
        ? Double.NaN
        : balance / (Math.sqrt(untiedX) * Math.sqrt(untiedY));
  }

  private static int order(double a, double b) {
    return a > b ? 1 : a < b ? -1 : 0;
  }
}
