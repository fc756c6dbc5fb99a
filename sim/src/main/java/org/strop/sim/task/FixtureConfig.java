package org.strop.sim.task;

import org.strop.configs.Bounds;

/**
 * The motor-driven spindle that holds the produce and turns it between strokes. Ours.
 *
 * @param strokes strokes of an episode; 1 never turns
 * @param stepRad turn between two strokes, rad, from up toward +y. Also the width, around the axis,
 *     that a stroke is to peel: the target of coverage are {@code strokes} such bands side by side
 * @param turnRadPerS speed of the motor, rad/s
 */
public record FixtureConfig(
    @Bounds(min = 1, max = 100) int strokes,
    @Bounds(min = 0.02, max = 3.2) double stepRad,
    @Bounds(min = 0.05, max = 20) double turnRadPerS) {
  /** Returns the whole angle to peel, rad, at most 2π. */
  public double targetRad() {
    return Math.min(2 * Math.PI, strokes * stepRad);
  }
}
