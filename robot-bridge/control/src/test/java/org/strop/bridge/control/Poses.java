package org.strop.bridge.control;

import java.util.SplittableRandom;

/** Random and simple poses for tests. */
public final class Poses {
  private Poses() {}

  /** The limits that the tests use. */
  public static SafetyLimits limits() {
    return new SafetyLimits(
        new Workspace(-0.5, 0.5, -0.2, 0.2, 0, 0.4), 0.25, 1.5, 0.02, 0.2, 30, 50, 0.2, 0.1);
  }

  /** A pose at x, y, z without rotation. */
  public static double[] at(double x, double y, double z) {
    return new double[] {x, y, z, 0, 0, 0, 1};
  }

  /** A uniformly random rotation at a position within {@code spread} times the test workspace. */
  public static double[] random(SplittableRandom random, double spread) {
    double[] pose = {
      spread * random.nextDouble(-0.5, 0.5),
      spread * random.nextDouble(-0.2, 0.2),
      0.2 + spread * random.nextDouble(-0.2, 0.2),
      gaussian(random),
      gaussian(random),
      gaussian(random),
      gaussian(random)
    };
    double norm = Quaternions.norm(pose, 3);
    for (int i = 3; i < 7; i++) {
      pose[i] /= norm;
    }
    return pose;
  }

  /** A random wrench with |F| below {@code maxForceN}. */
  public static double[] wrench(SplittableRandom random, double maxForceN) {
    double scale = maxForceN / Math.sqrt(3);
    double[] wrench = new double[6];
    for (int i = 0; i < 6; i++) {
      wrench[i] = scale * random.nextDouble(-1, 1);
    }
    return wrench;
  }

  /** Distance between the positions of two poses, m. */
  public static double distance(double[] a, double[] b) {
    return Math.sqrt(
        (a[0] - b[0]) * (a[0] - b[0])
            + (a[1] - b[1]) * (a[1] - b[1])
            + (a[2] - b[2]) * (a[2] - b[2]));
  }

  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
