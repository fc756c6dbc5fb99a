package org.strop.reward.features;

import org.strop.bridge.trajectory.FloatMatrix;

/** A pose that is set again and again: position and unit quaternion x y z w. */
final class Pose {
  private final double[] p = new double[3];
  private final double[] q = {0, 0, 0, 1};

  /** Reads a row x y z qx qy qz qw; a quaternion of length 0 counts as no rotation. */
  void set(FloatMatrix rows, int row) {
    double norm = 0;
    for (int i = 0; i < 4; i++) {
      q[i] = rows.get(row, 3 + i);
      norm += q[i] * q[i];
    }
    norm = Math.sqrt(norm);
    for (int i = 0; i < 4; i++) {
      q[i] = norm > 1e-9 ? q[i] / norm : i == 3 ? 1 : 0;
    }
    for (int i = 0; i < 3; i++) {
      p[i] = rows.get(row, i);
    }
  }

  /** Writes position and the first two columns of the rotation matrix; returns the next place. */
  int putPose(float[] out, int from) {
    int at = from;
    for (int i = 0; i < 3; i++) {
      out[at++] = (float) p[i];
    }
    double x = q[0];
    double y = q[1];
    double z = q[2];
    double w = q[3];
    out[at++] = (float) (1 - 2 * (y * y + z * z));
    out[at++] = (float) (2 * (x * y + z * w));
    out[at++] = (float) (2 * (x * z - y * w));
    out[at++] = (float) (2 * (x * y - z * w));
    out[at++] = (float) (1 - 2 * (x * x + z * z));
    out[at++] = (float) (2 * (y * z + x * w));
    return at;
  }

  /**
   * Writes position difference and rotation vector from {@code origin} to this pose, both times a
   * factor, in world axes; returns the next place.
   */
  int putDifference(Pose origin, double factor, float[] out, int from) {
    int at = from;
    for (int i = 0; i < 3; i++) {
      out[at++] = (float) ((p[i] - origin.p[i]) * factor);
    }
    double[] o = origin.q;
    // q · o⁻¹, o⁻¹ = (−ox, −oy, −oz, ow)
    double x = -q[3] * o[0] + q[0] * o[3] - q[1] * o[2] + q[2] * o[1];
    double y = -q[3] * o[1] + q[1] * o[3] - q[2] * o[0] + q[0] * o[2];
    double z = -q[3] * o[2] + q[2] * o[3] - q[0] * o[1] + q[1] * o[0];
    double w = q[3] * o[3] + q[0] * o[0] + q[1] * o[1] + q[2] * o[2];
    double sin = Math.sqrt(x * x + y * y + z * z);
    // 2·atan2(|v|, |w|)/|v|, the shorter way round; 2/|w| for small angles.
    double scale = sin < 1e-9 ? 2 : 2 * Math.atan2(sin, Math.abs(w)) / sin;
    double signed = Math.copySign(scale * factor, w);
    out[at++] = (float) (x * signed);
    out[at++] = (float) (y * signed);
    out[at++] = (float) (z * signed);
    return at;
  }
}
