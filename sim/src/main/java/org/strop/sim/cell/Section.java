package org.strop.sim.cell;

/**
 * The part of one section of the produce that the blade can reach, as points across the feed in the
 * world. Loaded by {@link HeightField}; a copy, so that what lies ahead of the edge stays as it was
 * met while the edge cuts it.
 */
final class Section {
  /** Sectors to each side of the one that is up: 50°. */
  static final int HALF = 25;

  /** Number of points. */
  static final int POINTS = 2 * HALF + 1;

  /** Position across, m, world. */
  final double[] y = new double[POINTS];

  /** Height of the remaining surface, m, world. */
  final double[] z = new double[POINTS];

  /** Depth below the fresh skin, m. */
  final double[] removed = new double[POINTS];

  int index = -1;

  /** Highest point under the blade, m, world. */
  double top;

  /** How much lower that is than the fresh surface, m. */
  double gap;

  /** Share of the surface near the top that still has its skin, in [0, 1]. */
  double skinShare;
}
