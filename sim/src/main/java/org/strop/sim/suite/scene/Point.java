package org.strop.sim.suite.scene;

/** A point or an offset in three dimensions, m. */
public record Point(double x, double y, double z) {
  /** Returns this point moved by an offset. */
  public Point plus(Point offset) {
    return new Point(x + offset.x, y + offset.y, z + offset.z);
  }

  /** Returns this offset turned about the z axis, rad. */
  public Point turned(double yawRad) {
    double c = Math.cos(yawRad);
    double s = Math.sin(yawRad);
    return new Point(c * x - s * y, s * x + c * y, z);
  }

  /** Returns the length, m. */
  public double norm() {
    return Math.sqrt(x * x + y * y + z * z);
  }
}
