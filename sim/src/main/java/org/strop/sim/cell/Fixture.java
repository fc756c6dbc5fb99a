package org.strop.sim.cell;

import org.strop.sim.task.FixtureConfig;

/** The spindle: turns one step after each stroke but the last. Allocates nothing. */
final class Fixture {
  private final FixtureConfig config;
  private double angle;
  private double target;
  private int strokesDone;

  /** Whether the blade is in a stroke, and not yet on its way back. */
  private boolean armed = true;

  Fixture(FixtureConfig config) {
    this.config = config;
  }

  /**
   * Takes note of where the blade is.
   *
   * @param off whether it left the produce past the end of the stroke
   * @param back whether it is where a stroke starts
   */
  void watch(boolean off, boolean back) {
    if (armed && off) {
      armed = false;
      strokesDone++;
      target += done() ? 0 : config.stepRad();
    } else if (back && !turning()) {
      armed = true;
    }
  }

  /** Advances the motor by a time, s; returns whether it turned. */
  boolean advance(double dt) {
    if (!turning()) {
      return false;
    }
    angle = Math.min(target, angle + config.turnRadPerS() * dt);
    return true;
  }

  boolean turning() {
    return angle < target;
  }

  boolean done() {
    return strokesDone >= config.strokes();
  }

  int strokesDone() {
    return strokesDone;
  }

  double angle() {
    return angle;
  }
}
