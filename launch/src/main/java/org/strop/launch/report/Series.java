package org.strop.launch.report;

import java.util.List;

/**
 * A line of a plot.
 *
 * @param name for the legend
 * @param points in the order drawn; points that are not finite are left out
 * @param marks whether each point is marked instead of joined
 */
public record Series(String name, List<Point> points, boolean marks) {
  /** Copies the list and leaves out what is not finite. */
  public Series {
    points = points.stream().filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y())).toList();
  }

  /** Returns a joined line. */
  public static Series line(String name, List<Point> points) {
    return new Series(name, points, false);
  }

  /** A point in data units. */
  public record Point(double x, double y) {}
}
