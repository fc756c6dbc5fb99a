package org.strop.sim.view;

import java.awt.Color;
import java.util.Map;

/** Colours of the pictures. */
final class Palette {
  static final Color PAPER = new Color(0xFFFFFF);
  static final Color INK = new Color(0x22272E);
  static final Color FAINT = new Color(0x6B7480);
  static final Color GRID = new Color(0xE3E7EC);
  static final Color GOUGE = new Color(0xD1242F);
  static final Color BLADE = new Color(0x3A5BA0);
  static final Color LIKED = new Color(0xDFF2E1);

  /** Thickness at the end of the scale, m. */
  static final double FULL_SCALE_M = 0.002;

  // Anchors of viridis (van der Walt and Smith 2015, public domain), every eighth.
  private static final int[] VIRIDIS = {
    0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
  };

  private static final Map<String, Color> SKINS =
      Map.of(
          "cucumber", new Color(0x4C7A34),
          "apple", new Color(0xB5383A),
          "potato", new Color(0xB08A57));

  private Palette() {}

  /** Returns the colour of a thickness (m) on the scale from 0 to {@link #FULL_SCALE_M}. */
  static Color thickness(double metres) {
    double u = Math.min(Math.max(metres / FULL_SCALE_M, 0), 0.999999) * (VIRIDIS.length - 1);
    int i = (int) u;
    return mix(new Color(VIRIDIS[i]), new Color(VIRIDIS[i + 1]), u - i);
  }

  static Color skin(String kind) {
    return SKINS.getOrDefault(kind, new Color(0x8A8F98));
  }

  static Color mix(Color a, Color b, double share) {
    return new Color(
        mix(a.getRed(), b.getRed(), share),
        mix(a.getGreen(), b.getGreen(), share),
        mix(a.getBlue(), b.getBlue(), share));
  }

  private static int mix(int a, int b, double share) {
    return (int) Math.round(a + share * (b - a));
  }
}
