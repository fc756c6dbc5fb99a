package org.strop.reward.metrics;

/**
 * A share of successes, and how sure it is.
 *
 * <p>Successes may be fractional where ties count half; the intervals are then approximate.
 *
 * @param successes in [0, n]
 * @param n trials, at least 1
 */
public record Proportion(double successes, int n) {
  /** Two-sided 95 % quantile of the standard normal distribution. */
  public static final double Z95 = 1.959963984540054;

  /** Checks the counts. */
  public Proportion {
    if (n < 1 || !(successes >= 0 && successes <= n)) {
      throw new IllegalArgumentException(successes + " successes of " + n);
    }
  }

  /** Returns the share, in [0, 1]. */
  public double value() {
    return successes / n;
  }

  /** Returns the Wilson score interval at 95 %. */
  public Interval wilson() {
    return wilson(Z95);
  }

  /**
   * Returns the Wilson score interval, which keeps its coverage near 0 and 1 and for small n.
   *
   * <pre>  ( p + z²/2n ± z √( p(1−p)/n + z²/4n² ) ) / ( 1 + z²/n )        Wilson 1927</pre>
   *
   * @param z normal quantile, above 0
   */
  public Interval wilson(double z) {
    double p = value();
    double z2 = z * z / n;
    double centre = p + z2 / 2;
    double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n));
    double low = successes == 0 ? 0 : (centre - half) / (1 + z2);
    double high = successes == n ? 1 : (centre + half) / (1 + z2);
    return new Interval(Math.max(0, low), Math.min(1, high));
  }

  /**
   * Returns the 95 % interval of this share minus another, for independent samples: Newcombe's
   * method 10 (Statistics in Medicine 17, 1998), built from the two Wilson intervals.
   *
   * <pre>  d − √((p₁−l₁)² + (u₂−p₂)²) ,  d + √((u₁−p₁)² + (p₂−l₂)²)</pre>
   */
  public Interval minus(Proportion other) {
    Interval a = wilson();
    Interval b = other.wilson();
    double d = value() - other.value();
    return new Interval(
        d - Math.hypot(value() - a.low(), b.high() - other.value()),
        d + Math.hypot(a.high() - value(), other.value() - b.low()));
  }
}
