package org.strop.sim.suite.task;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/** A solid that the hand can touch, in the frame of what it belongs to. */
public sealed interface SolidConfig {
  /** Returns the colour, six hexadecimal digits. */
  String rgb();

  /** Returns the colour as a number, 0xRRGGBB. */
  default int color() {
    return Integer.parseInt(rgb(), 16);
  }

  /**
   * A box along the axes of its frame.
   *
   * @param center its middle, m
   * @param half half of each edge, m
   * @param rgb colour, for example {@code "8a6d3b"}
   */
  record Box(Vec center, Vec half, String rgb) implements SolidConfig, SelfChecking {
    @Override
    public void check(Problems problems) {
      if (!(half.x() > 0 && half.y() > 0 && half.z() > 0)) {
        problems.add("half", "is not above 0 on every axis", "raise it");
      }
      checkColor(rgb, problems);
    }
  }

  /**
   * A round bar with round ends.
   *
   * @param from one end of its axis, m
   * @param to the other, m
   * @param radiusM its radius, m
   * @param rgb colour, for example {@code "c0c0c0"}
   */
  record Bar(Vec from, Vec to, @Bounds(min = 0.001, max = 0.2) double radiusM, String rgb)
      implements SolidConfig, SelfChecking {
    @Override
    public void check(Problems problems) {
      if (from.equals(to)) {
        problems.add("to", "is where from is", "give the bar a length");
      }
      checkColor(rgb, problems);
    }
  }

  private static void checkColor(String rgb, SelfChecking.Problems problems) {
    if (!rgb.matches("[0-9a-fA-F]{6}")) {
      problems.add("rgb", "is " + rgb + ", but must be six hexadecimal digits", "write \"808080\"");
    }
  }
}
