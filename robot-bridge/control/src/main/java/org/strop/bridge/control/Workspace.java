package org.strop.bridge.control;

import org.strop.configs.SelfChecking;

/**
 * The box that commanded positions stay in, world frame.
 *
 * @param xMinM smallest x, m; along the feed
 * @param xMaxM largest x, m
 * @param yMinM smallest y, m; lateral
 * @param yMaxM largest y, m
 * @param zMinM smallest z, m; up
 * @param zMaxM largest z, m
 */
public record Workspace(
    double xMinM, double xMaxM, double yMinM, double yMaxM, double zMinM, double zMaxM)
    implements SelfChecking {

  @Override
  public void check(Problems problems) {
    checkAxis(problems, "x", xMinM, xMaxM);
    checkAxis(problems, "y", yMinM, yMaxM);
    checkAxis(problems, "z", zMinM, zMaxM);
  }

  /** Returns whether all bounds are finite and each minimum is below its maximum. */
  boolean isProper() {
    return ordered(xMinM, xMaxM) && ordered(yMinM, yMaxM) && ordered(zMinM, zMaxM);
  }

  /** Returns whether a point is in the box, faces included. Allocates nothing. */
  public boolean contains(double x, double y, double z) {
    return x >= xMinM && x <= xMaxM && y >= yMinM && y <= yMaxM && z >= zMinM && z <= zMaxM;
  }

  double min(int axis) {
    return axis == 0 ? xMinM : axis == 1 ? yMinM : zMinM;
  }

  double max(int axis) {
    return axis == 0 ? xMaxM : axis == 1 ? yMaxM : zMaxM;
  }

  private static void checkAxis(Problems problems, String axis, double min, double max) {
    if (!ordered(min, max)) {
      problems.add(
          axis + "_min_m",
          "is " + min + ", but must be below " + axis + "_max_m (" + max + ")",
          "Give the box a positive size along " + axis + ".");
    }
  }

  private static boolean ordered(double min, double max) {
    return Double.isFinite(min) && Double.isFinite(max) && min < max;
  }
}
