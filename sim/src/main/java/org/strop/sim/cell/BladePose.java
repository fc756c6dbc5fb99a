package org.strop.sim.cell;

/**
 * The blade's pose: edge position in the world and pitch about y; nose down is positive, so that a
 * blade at pitch θ on level produce has attack angle θ.
 *
 * @param x along the feed, m
 * @param y lateral, m
 * @param z up, m
 * @param pitch rad
 */
public record BladePose(double x, double y, double z, double pitch) {
  /** Reads a pose as in {@code Channels.STATE}; whatever is not pitch is dropped. */
  public static BladePose of(float[] pose) {
    return new BladePose(pose[0], pose[1], pose[2], pitch(pose[4], pose[6]));
  }

  static double pitch(double qy, double qw) {
    double angle = 2 * Math.atan2(qy, qw);
    return angle > Math.PI ? angle - 2 * Math.PI : angle < -Math.PI ? angle + 2 * Math.PI : angle;
  }

  /** Writes the pose as in {@code Channels.STATE}: position, quaternion x y z w. */
  public void write(float[] out) {
    write(x, y, z, pitch, out);
  }

  static void write(double x, double y, double z, double pitch, float[] out) {
    out[0] = (float) x;
    out[1] = (float) y;
    out[2] = (float) z;
    out[3] = 0;
    out[4] = (float) Math.sin(0.5 * pitch);
    out[5] = 0;
    out[6] = (float) Math.cos(0.5 * pitch);
  }
}
