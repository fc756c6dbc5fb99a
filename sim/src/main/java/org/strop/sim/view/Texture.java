package org.strop.sim.view;

/** Value noise in space, in [0, 1]: smooth, without period, the same on every machine. */
final class Texture {
  private Texture() {}

  /** Returns noise with features of about one unit. */
  static double noise(double x, double y, double z) {
    double fx = Math.floor(x);
    double fy = Math.floor(y);
    double fz = Math.floor(z);
    double u = smooth(x - fx);
    double v = smooth(y - fy);
    double w = smooth(z - fz);
    int i = (int) fx;
    int j = (int) fy;
    int k = (int) fz;
    double low = plane(i, j, k, u, v);
    double high = plane(i, j, k + 1, u, v);
    return low + w * (high - low);
  }

  private static double plane(int i, int j, int k, double u, double v) {
    double a = hash(i, j, k);
    double b = hash(i + 1, j, k);
    double c = hash(i, j + 1, k);
    double d = hash(i + 1, j + 1, k);
    double near = a + u * (b - a);
    return near + v * (c + u * (d - c) - near);
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double hash(int i, int j, int k) {
    int h = i * 374761393 + j * 668265263 + k * 1274126177;
    h = (h ^ h >>> 13) * 1274126177;
    h ^= h >>> 16;
    return (h & 0xFFFFFF) / (double) 0x1000000;
  }

  /** Returns a colour between two, 0xRRGGBB. */
  static int mix(int from, int to, double share) {
    double s = Math.max(0, Math.min(1, share));
    int r = channel(from >> 16 & 255, to >> 16 & 255, s);
    int g = channel(from >> 8 & 255, to >> 8 & 255, s);
    int b = channel(from & 255, to & 255, s);
    return r << 16 | g << 8 | b;
  }

  private static int channel(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  /** Returns 0 below a, 1 above b, smooth between. */
  static double step(double a, double b, double t) {
    return smooth(Math.max(0, Math.min(1, (t - a) / (b - a))));
  }
}
