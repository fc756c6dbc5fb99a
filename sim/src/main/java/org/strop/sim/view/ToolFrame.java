package org.strop.sim.view;

/**
 * The tool's frame in the world: origin in the middle of the edge, x ahead, y along the edge, z up
 * the handle.
 *
 * @param pose position and quaternion x y z w, length 7, as in {@code Channels.STATE}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ToolFrame(double[] pose) {
  static ToolFrame of(float[] state) {
    double[] pose = new double[7];
    for (int i = 0; i < 7; i++) {
      pose[i] = state[i];
    }
    return new ToolFrame(pose);
  }

  /** Returns a point of the tool in the world. */
  double[] point(double x, double y, double z) {
    double[] d = direction(x, y, z);
    return new double[] {pose[0] + d[0], pose[1] + d[1], pose[2] + d[2]};
  }

  /** Returns a direction of the tool in the world: v + 2 w (q × v) + 2 q × (q × v). */
  double[] direction(double x, double y, double z) {
    double qx = pose[3];
    double qy = pose[4];
    double qz = pose[5];
    double w = pose[6];
    double tx = 2 * (qy * z - qz * y);
    double ty = 2 * (qz * x - qx * z);
    double tz = 2 * (qx * y - qy * x);
    return new double[] {
      x + w * tx + qy * tz - qz * ty, y + w * ty + qz * tx - qx * tz, z + w * tz + qx * ty - qy * tx
    };
  }
}
