package org.strop.sim.camera;

/**
 * Where a camera is: its optical frame in the world. x right, y down, z forward.
 *
 * @param x position, m
 * @param y position, m
 * @param z position, m
 * @param right unit vector, world
 * @param down unit vector, world
 * @param forward unit vector, world
 */
public record CameraPose(double x, double y, double z, Axis right, Axis down, Axis forward) {
  /** A direction in the world. */
  public record Axis(double x, double y, double z) {
    Axis cross(Axis o) {
      return new Axis(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    Axis unit() {
      double n = Math.sqrt(x * x + y * y + z * z);
      return new Axis(x / n, y / n, z / n);
    }

    double dot(double px, double py, double pz) {
      return x * px + y * py + z * pz;
    }
  }

  /**
   * Returns the camera at a point that looks at another, the world's z upright in the picture.
   *
   * @throws IllegalArgumentException if it looks straight up or down, or nowhere
   */
  public static CameraPose lookAt(
      double x, double y, double z, double atX, double atY, double atZ) {
    Axis forward = new Axis(atX - x, atY - y, atZ - z).unit();
    Axis right = forward.cross(new Axis(0, 0, 1)).unit();
    if (!(Math.abs(right.x) + Math.abs(right.y) > 0.5)) {
      throw new IllegalArgumentException("a camera that looks straight up or down has no upright");
    }
    return new CameraPose(x, y, z, right, forward.cross(right), forward);
  }

  /** Returns z of a world point in the camera's frame, m. */
  public double depth(double px, double py, double pz) {
    return forward.dot(px - x, py - y, pz - z);
  }
}
