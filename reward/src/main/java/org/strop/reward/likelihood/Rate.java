package org.strop.reward.likelihood;

/** How often something happens: fixed, or learned under a beta prior. */
public sealed interface Rate {
  /**
   * A known rate.
   *
   * @param value at least 0; below ½ for mistakes, below 1 for lapses
   */
  record Fixed(double value) implements Rate {
    /** Checks the value. */
    public Fixed {
      requireRate(value);
    }
  }

  /**
   * A rate to learn.
   *
   * @param mean of the prior, in (0, 1); below ½ for mistakes
   * @param labels the prior's weight, as if it came from that many labels; above 0
   */
  record Learned(double mean, double labels) implements Rate {
    /** Checks the values. */
    public Learned {
      requireRate(mean);
      if (!(labels > 0) || Double.isInfinite(labels) || mean == 0) {
        throw new IllegalArgumentException("mean " + mean + ", labels " + labels);
      }
    }
  }

  private static void requireRate(double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException("rate is " + value + ", but must be in [0, 1)");
    }
  }
}
