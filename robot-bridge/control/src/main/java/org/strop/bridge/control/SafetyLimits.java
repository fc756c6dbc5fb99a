package org.strop.bridge.control;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * What a Cartesian pose command may do. All values are ours, per robot; no paper fixes them.
 *
 * @param workspace box of commanded positions, m, world frame
 * @param maxLinearMPerS fastest commanded translation, m/s
 * @param maxAngularRadPerS fastest commanded rotation, rad/s
 * @param maxStepM longest translation between two commands, m, however much time passed between
 * @param maxStepRad largest rotation between two commands, rad, however much time passed between
 * @param softForceN measured force above which steps that load the arm further are slowed, N
 * @param hardForceN measured force at which the arm holds and a fault is latched, N
 * @param commandMaxAgeS longest time without a valid action before the arm holds, s
 * @param observationMaxAgeS longest age of the newest observation before the arm holds, s
 */
public record SafetyLimits(
    Workspace workspace,
    @Bounds(min = 0, exclusiveMin = true, max = 5) double maxLinearMPerS,
    @Bounds(min = 0, exclusiveMin = true, max = 20) double maxAngularRadPerS,
    @Bounds(min = 0, exclusiveMin = true, max = 1) double maxStepM,
    @Bounds(min = 0, exclusiveMin = true, max = 3) double maxStepRad,
    @Bounds(min = 0, exclusiveMin = true, max = 1000) double softForceN,
    @Bounds(min = 0, exclusiveMin = true, max = 1000) double hardForceN,
    @Bounds(min = 0, exclusiveMin = true, max = 10) double commandMaxAgeS,
    @Bounds(min = 0, exclusiveMin = true, max = 10) double observationMaxAgeS)
    implements SelfChecking {

  @Override
  public void check(Problems problems) {
    if (!(softForceN < hardForceN)) {
      problems.add(
          "soft_force_n",
          "is " + softForceN + ", but must be below hard_force_n (" + hardForceN + ")",
          "Lower soft_force_n, or raise hard_force_n.");
    }
  }

  /**
   * Throws if any limit is not usable; the filter calls it once, at start-up.
   *
   * @throws IllegalArgumentException on a limit that is not positive and finite, an empty box, or a
   *     soft force limit that is not below the hard one
   */
  void requireUsable() {
    double[] positive = {
      maxLinearMPerS,
      maxAngularRadPerS,
      maxStepM,
      maxStepRad,
      softForceN,
      hardForceN,
      commandMaxAgeS,
      observationMaxAgeS
    };
    for (double value : positive) {
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException("limits must be positive and finite: " + this);
      }
    }
    if (!workspace.isProper() || !(softForceN < hardForceN)) {
      throw new IllegalArgumentException("limits contradict each other: " + this);
    }
  }
}
