package org.strop.sim.camera;

/**
 * One picture: colour and depth, row by row from the top left. Reused by {@link Renderer}: copy
 * what is to be kept.
 */
public final class Frame {
  private final int width;
  private final int height;
  final int[] rgb;
  final float[] depth;

  /** Creates a black frame without depth. */
  public Frame(int width, int height) {
    this.width = width;
    this.height = height;
    rgb = new int[width * height];
    depth = new float[width * height];
  }

  /** Returns the width, pixels. */
  public int width() {
    return width;
  }

  /** Returns the height, pixels. */
  public int height() {
    return height;
  }

  /** Returns a pixel's colour, 0xRRGGBB. */
  public int rgb(int u, int v) {
    return rgb[v * width + u];
  }

  /** Returns a pixel's depth along the optical axis, m; 0 where nothing was hit. */
  public float depth(int u, int v) {
    return depth[v * width + u];
  }

  /** Returns all colours, width x height, 0xRRGGBB; a copy. */
  public int[] pixels() {
    return rgb.clone();
  }

  /** Returns all depths, width x height, m; a copy. */
  public float[] depths() {
    return depth.clone();
  }
}
