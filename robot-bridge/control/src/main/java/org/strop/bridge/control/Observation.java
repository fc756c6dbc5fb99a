package org.strop.bridge.control;

/**
 * One observation of an arm, written in place so that reading it at the control rate allocates
 * nothing. Owned by the reader; not thread-safe.
 */
public final class Observation {
  /** Measured pose of the tool point, world frame: m, quaternion x y z w. */
  public final double[] pose = new double[7];

  /** Measured force (N) and torque (Nm), sensor frame. */
  public final double[] wrench = new double[6];

  /** When it was measured, ns of the robot's clock; 0 before the first. */
  public long stampNanos;

  /** Copies another observation into this one. */
  public void set(Observation other) {
    set(other.stampNanos, other.pose, other.wrench);
  }

  /** Copies values into this one. */
  public void set(long stampNanos, double[] pose7, double[] wrench6) {
    this.stampNanos = stampNanos;
    System.arraycopy(pose7, 0, pose, 0, pose.length);
    System.arraycopy(wrench6, 0, wrench, 0, wrench.length);
  }
}
