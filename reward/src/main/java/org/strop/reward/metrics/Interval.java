package org.strop.reward.metrics;

/**
 * A closed interval.
 *
 * @param low lower limit
 * @param high upper limit, at least {@code low}
 */
public record Interval(double low, double high) {
  /** Checks the order; NaN is refused. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("interval [" + low + ", " + high + "]");
    }
  }

  /** Returns whether a value lies inside, limits included. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
