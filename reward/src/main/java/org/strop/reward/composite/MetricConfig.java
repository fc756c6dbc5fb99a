package org.strop.reward.composite;

import org.strop.configs.SelfChecking;

/**
 * A declared task metric, one number per step.
 *
 * @param name unique; letters, digits and underscores
 * @param quantity what is measured
 * @param shape how the metric is made from it
 * @param direction whether more of the metric is better or worse
 */
public record MetricConfig(String name, Quantity quantity, Shape shape, Direction direction)
    implements SelfChecking {
  /** Which way is better. */
  public enum Direction {
    /** More is better. */
    UP,
    /** Less is better. */
    DOWN
  }

  @Override
  public void check(Problems problems) {
    if (!name.matches("[a-z0-9_]{1,60}") || name.equals(Contributions.RESIDUAL)) {
      problems.add(
          "name",
          "is '"
              + name
              + "', but must be lower-case letters, digits and _, and not "
              + Contributions.RESIDUAL,
          "choose another name");
    }
  }

  /** Returns the metric of a value of the quantity, turned so that more is better. */
  double signed(double value) {
    double metric = shape.of(value);
    return direction == Direction.UP ? metric : -metric;
  }
}
