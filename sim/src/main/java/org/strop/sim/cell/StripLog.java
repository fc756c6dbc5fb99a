package org.strop.sim.cell;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows the strip that is coming off, section by section, and keeps those that came off.
 * Allocates only when a strip ends.
 */
final class StripLog {
  /** What is shorter is a shaving, not a strip, m. */
  private static final double SHORTEST_M = 0.002;

  private final List<Strip> strips = new ArrayList<>();
  private boolean open;
  private int stroke;
  private double rotation;
  private double fromX;
  private double toX;
  private double length;
  private double thicknessSum;
  private double squareSum;
  private double widthSum;
  private double volume;

  /** Adds one section's worth of strip. */
  void add(int ofStroke, double turn, double x, double thickness, double width, double area) {
    if (!open) {
      open = true;
      stroke = ofStroke;
      rotation = turn;
      fromX = x;
      length = 0;
      thicknessSum = 0;
      squareSum = 0;
      widthSum = 0;
      volume = 0;
    }
    toX = x;
    double step = Produce.STEP_M;
    length += step;
    thicknessSum += thickness * step;
    squareSum += thickness * thickness * step;
    widthSum += width * step;
    volume += area * step;
  }

  /** Ends the strip, if one is coming off. */
  void end(boolean torn) {
    if (open && length >= SHORTEST_M) {
      strips.add(strip(torn));
    }
    open = false;
  }

  private Strip strip(boolean torn) {
    double mean = thicknessSum / length;
    double spread = Math.sqrt(Math.max(0, squareSum / length - mean * mean));
    double width = widthSum / length;
    return new Strip(stroke, rotation, fromX, toX, length, mean, spread, width, volume, torn);
  }

  /** Returns the strips so far, with the one that is coming off; a copy. */
  List<Strip> all() {
    List<Strip> all = new ArrayList<>(strips);
    if (open && length >= SHORTEST_M) {
      all.add(strip(false));
    }
    return all;
  }
}
