package org.strop.sim.urdf;

/**
 * Limits of a joint; infinite where there is none.
 *
 * @param lower smallest position, rad or m
 * @param upper largest position, rad or m
 * @param velocity largest speed, rad/s or m/s, above 0
 * @param effort largest torque or force, N m or N, above 0
 */
public record JointLimits(double lower, double upper, double velocity, double effort) {
  /** No limit at all. */
  public static final JointLimits NONE =
      new JointLimits(
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY);
}
