package org.strop.reward.likelihood;

/** A real parameter of a preference model: fixed, or learned under a normal prior. */
public sealed interface Level {
  /**
   * A known value.
   *
   * @param value finite
   */
  record Fixed(double value) implements Level {
    /** Checks the value. */
    public Fixed {
      requireFinite(value);
    }
  }

  /**
   * A value to learn.
   *
   * @param mean of the prior, where a fit starts
   * @param deviation of the prior, above 0
   */
  record Learned(double mean, double deviation) implements Level {
    /** Checks the values. */
    public Learned {
      requireFinite(mean);
      if (!(deviation > 0) || Double.isInfinite(deviation)) {
        throw new IllegalArgumentException("deviation is " + deviation + ", must be above 0");
      }
    }
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("level is " + value + ", but must be finite");
    }
  }
}
