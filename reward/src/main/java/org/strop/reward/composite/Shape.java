package org.strop.reward.composite;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/** How a metric is made from its quantity. All ours. */
public sealed interface Shape {
  /** Returns the metric of a value of the quantity; NaN for NaN. */
  double of(double value);

  /** The quantity itself. */
  record Level() implements Shape {
    @Override
    public double of(double value) {
      return value;
    }
  }

  /**
   * What lies above a limit: max(0, q − limit).
   *
   * @param limit in the quantity's unit
   */
  record Over(double limit) implements Shape {
    @Override
    public double of(double value) {
      return Math.max(0, value - limit);
    }
  }

  /**
   * What is missing to a limit: max(0, limit − q).
   *
   * @param limit in the quantity's unit
   */
  record Under(double limit) implements Shape {
    @Override
    public double of(double value) {
      return Math.max(0, limit - value);
    }
  }

  /**
   * 1 inside a band, falling off outside as exp(−½ (d/softness)²) at distance d from it.
   *
   * @param low lower edge, in the quantity's unit
   * @param high upper edge
   * @param softness distance at which it is e^−½
   */
  record Band(double low, double high, @Bounds(min = 0, exclusiveMin = true) double softness)
      implements Shape, SelfChecking {
    @Override
    public void check(Problems problems) {
      if (!(high >= low)) {
        problems.add("high", "is " + high + ", but must be at least low (" + low + ")", "raise it");
      }
    }

    @Override
    public double of(double value) {
      double off = Math.max(0, Math.max(low - value, value - high)) / softness;
      return Math.exp(-0.5 * off * off);
    }
  }
}
