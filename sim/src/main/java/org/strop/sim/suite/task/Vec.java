package org.strop.sim.suite.task;

import org.strop.configs.Bounds;
import org.strop.sim.suite.scene.Point;

/** A point, an offset or a direction in a configuration; m, or 1 for a direction. */
public record Vec(
    @Bounds(min = -2, max = 2) double x,
    @Bounds(min = -2, max = 2) double y,
    @Bounds(min = -2, max = 2) double z) {
  /** Returns it as a point. */
  public Point point() {
    return new Point(x, y, z);
  }

  /** Returns the length. */
  public double norm() {
    return Math.sqrt(x * x + y * y + z * z);
  }
}
