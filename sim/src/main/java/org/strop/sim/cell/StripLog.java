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
      double mean = thicknessSum / length;
      double spread = Math.sqrt(Math.max(0, squareSum / length - mean * mean));
      strips.add(
          new Strip(
              stroke, rotation, fromX, toX, length, mean, spread, widthSum / length, volume, torn));
    }
    open = false;
  }

  /** Returns the strips that ended; a copy. */
  List<Strip> all() {
    return List.copyOf(strips);
  }
}
