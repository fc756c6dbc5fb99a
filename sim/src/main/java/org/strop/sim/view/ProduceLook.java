package org.strop.sim.view;

import java.util.Map;

/**
 * Colours of a kind of produce: skin with its pattern, and what is under it. For the eye only; no
 * number of it enters the mechanics.
 */
final class ProduceLook {
  /** How a skin is patterned. */
  private enum Pattern {
    STRIPES,
    STREAKS,
    SPECKLES,
    FRECKLES,
    RINGS
  }

  private record Colours(
      int skin, int pattern, Pattern kind, int underSkin, int flesh, double cap, double shine) {}

  private static final Map<String, Colours> KINDS =
      Map.of(
          "cucumber",
              new Colours(0x2E5F2B, 0x7FA552, Pattern.STRIPES, 0xB9D488, 0xE2EDBF, 0.8, 0.25),
          "apple", new Colours(0xB01E26, 0xE2A13C, Pattern.STREAKS, 0xEFE3AC, 0xF8F0CF, 0.42, 0.25),
          "potato",
              new Colours(0xA67C4B, 0x6B4A2B, Pattern.SPECKLES, 0xEAD38A, 0xF3E2A6, 0.75, 0.05),
          "zucchini",
              new Colours(0x2F6A34, 0x9CBF6E, Pattern.FRECKLES, 0xCBDD9A, 0xF0F0CD, 0.45, 0.3),
          "pear", new Colours(0xB7B544, 0x7E6A32, Pattern.SPECKLES, 0xEFE9C2, 0xFAF5DF, 0.5, 0.15),
          "daikon", new Colours(0xDDD9C6, 0xB9B796, Pattern.RINGS, 0xF4F6F4, 0xFCFDFF, 0.9, 0.15));

  private static final Colours UNKNOWN =
      new Colours(0x8A8F98, 0x6A6F78, Pattern.SPECKLES, 0xD8D8D8, 0xF0F0F0, 0.6, 0.1);

  private final Colours colours;
  private final String kind;

  private ProduceLook(String kind) {
    this.kind = kind;
    colours = KINDS.getOrDefault(kind, UNKNOWN);
  }

  static ProduceLook of(String kind) {
    return new ProduceLook(kind);
  }

  /** Returns the colour of the flesh. */
  int flesh() {
    return colours.flesh;
  }

  double shine() {
    return colours.shine;
  }

  /** Returns the length of the round ends, as a share of the radius where they begin. */
  double cap() {
    return colours.cap;
  }

  /**
   * Returns the colour of the whole skin.
   *
   * @param share place along the produce, 0 to 1
   * @param angle around it, fixed to the produce, rad
   * @param x along it, m; y and z across, fixed to the produce, m
   */
  int skin(double share, double angle, double x, double y, double z) {
    double fine = Texture.noise(900 * x, 900 * y, 900 * z);
    double coarse = Texture.noise(140 * x, 140 * y, 140 * z);
    int base = Texture.mix(colours.skin, Texture.mix(colours.skin, 0, 0.35), 0.6 * coarse);
    double pattern =
        switch (colours.kind) {
          case STRIPES ->
              Texture.step(0.55, 0.9, 0.5 + 0.5 * Math.cos(10 * angle + 2 * coarse))
                  * (0.35 + 0.5 * Texture.noise(60 * x, 300 * y, 300 * z));
          case STREAKS ->
              Texture.step(0.45, 0.85, Texture.noise(30 * x, 420 * y, 420 * z))
                  * (0.12 + 0.5 * Math.abs(2 * share - 1));
          case SPECKLES -> Texture.step(0.72, 0.86, Texture.noise(420 * x, 420 * y, 420 * z));
          case FRECKLES -> 0.7 * Texture.step(0.66, 0.82, Texture.noise(600 * x, 600 * y, 600 * z));
          case RINGS -> 0.7 * Texture.step(0.55, 0.8, Texture.noise(330 * x, 30 * y, 30 * z));
        };
    int patterned = Texture.mix(base, colours.pattern, pattern);
    if (kind.equals("daikon")) { // green shoulders where the leaves were
      patterned = Texture.mix(patterned, 0x9CB45E, 0.8 * Texture.step(0.3, 0.0, share));
    }
    return Texture.mix(patterned, 0xFFFFFF, 0.06 * fine);
  }

  /**
   * Returns the colour where something was cut off.
   *
   * @param skin the colour of the skin there
   * @param removed m
   * @param thickness of the skin, m
   */
  int cut(int skin, double removed, double thickness) {
    if (removed <= 0) {
      return skin;
    }
    double bare = Texture.step(0.35, 1.0, removed / thickness);
    double deep = Texture.step(0.0, 0.0015, removed - thickness);
    int below = Texture.mix(colours.underSkin, colours.flesh, deep);
    return Texture.mix(skin, below, bare);
  }
}
