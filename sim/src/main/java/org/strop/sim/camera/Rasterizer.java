package org.strop.sim.camera;

/**
 * Fills triangles into a z-buffer, perspective-correct.
 *
 * <p>A pixel belongs to a triangle when its middle is inside; on an edge the top-left rule decides,
 * so neighbours neither overlap nor leave a hole. With screen-space weights λᵢ, an attribute a
 * interpolates as (Σ λᵢ aᵢ/zᵢ) / (Σ λᵢ/zᵢ), and so does z itself.
 */
final class Rasterizer {
  /** Values of a clipped corner: camera x y z, then red, green, blue, direct share. */
  static final int CORNER = 7;

  private final Intrinsics camera;
  private final double near;
  final double[] inverseZ;
  final float[] red;
  final float[] green;
  final float[] blue;
  final float[] direct;
  private final double[] clipped = new double[4 * CORNER];
  private final double[] sx = new double[3];
  private final double[] sy = new double[3];
  private final double[] iz = new double[3];

  Rasterizer(Intrinsics camera, double near, boolean coloured) {
    this.camera = camera;
    this.near = near;
    int n = camera.width() * camera.height();
    inverseZ = new double[n];
    int colours = coloured ? n : 0;
    red = new float[colours];
    green = new float[colours];
    blue = new float[colours];
    direct = new float[colours];
  }

  void clear() {
    java.util.Arrays.fill(inverseZ, 0);
  }

  /** Draws one triangle of three corners, clipping it at the near plane. */
  void triangle(double[] corners, int a, int b, int c, boolean twoSided) {
    int n = 0;
    n = edge(corners, a, b, n);
    n = edge(corners, b, c, n);
    n = edge(corners, c, a, n);
    if (n >= 3) {
      fill(0, 1, 2, twoSided);
    }
    if (n == 4) {
      fill(0, 2, 3, twoSided);
    }
  }

  /** Sutherland-Hodgman at z = near: appends the start of an edge and where it crosses. */
  private int edge(double[] corners, int from, int to, int n) {
    double zFrom = corners[from + 2] - near;
    double zTo = corners[to + 2] - near;
    int count = n;
    if (zFrom >= 0) {
      System.arraycopy(corners, from, clipped, count * CORNER, CORNER);
      count++;
    }
    if (zFrom >= 0 != zTo >= 0) {
      double share = zFrom / (zFrom - zTo);
      for (int k = 0; k < CORNER; k++) {
        clipped[count * CORNER + k] =
            corners[from + k] + share * (corners[to + k] - corners[from + k]);
      }
      count++;
    }
    return count;
  }

  private void project(int slot, int corner) {
    int at = corner * CORNER;
    double inverse = 1 / clipped[at + 2];
    iz[slot] = inverse;
    sx[slot] = camera.fx() * clipped[at] * inverse + camera.cx();
    sy[slot] = camera.fy() * clipped[at + 1] * inverse + camera.cy();
  }

  private void fill(int a, int b, int c, boolean twoSided) {
    project(0, a);
    project(1, b);
    project(2, c);
    double area = (sx[1] - sx[0]) * (sy[2] - sy[0]) - (sx[2] - sx[0]) * (sy[1] - sy[0]);
    // y is down: counter-clockwise from outside is clockwise on the screen, area < 0
    if (area < 0) {
      span(a, c, b, 0, 2, 1, -area);
    } else if (area > 0 && twoSided) {
      span(a, b, c, 0, 1, 2, area);
    }
  }

  /** Fills a triangle whose corners p, q, r have a positive area. */
  private void span(int a, int b, int c, int p, int q, int r, double area) {
    int u0 = Math.max(0, (int) Math.ceil(Math.min(sx[p], Math.min(sx[q], sx[r])) - 0.5));
    int v0 = Math.max(0, (int) Math.ceil(Math.min(sy[p], Math.min(sy[q], sy[r])) - 0.5));
    int u1 =
        Math.min(
            camera.width() - 1, (int) Math.floor(Math.max(sx[p], Math.max(sx[q], sx[r])) - 0.5));
    int v1 =
        Math.min(
            camera.height() - 1, (int) Math.floor(Math.max(sy[p], Math.max(sy[q], sy[r])) - 0.5));
    if (u0 > u1 || v0 > v1) {
      return;
    }
    double aU = -(sy[r] - sy[q]); // weight of p grows by aU for each pixel to the right
    double aV = sx[r] - sx[q];
    double bU = -(sy[p] - sy[r]);
    double bV = sx[p] - sx[r];
    double cU = -(sy[q] - sy[p]);
    double cV = sx[q] - sx[p];
    boolean ownA = topLeft(aU, aV);
    boolean ownB = topLeft(bU, bV);
    boolean ownC = topLeft(cU, cV);
    double scale = 1 / area;
    for (int v = v0; v <= v1; v++) {
      double y = v + 0.5;
      double rowA = (y - sy[q]) * aV;
      double rowB = (y - sy[r]) * bV;
      double rowC = (y - sy[p]) * cV;
      for (int u = u0; u <= u1; u++) {
        double x = u + 0.5;
        double wa = (x - sx[q]) * aU + rowA;
        double wb = (x - sx[r]) * bU + rowB;
        double wc = (x - sx[p]) * cU + rowC;
        if ((wa > 0 || (wa == 0 && ownA))
            && (wb > 0 || (wb == 0 && ownB))
            && (wc > 0 || (wc == 0 && ownC))) {
          shade(
              v * camera.width() + u,
              wa * scale * iz[p],
              wb * scale * iz[q],
              wc * scale * iz[r],
              a * CORNER,
              b * CORNER,
              c * CORNER);
        }
      }
    }
  }

  private static boolean topLeft(double alongU, double alongV) {
    return alongU > 0 || (alongU == 0 && alongV > 0);
  }

  private void shade(int pixel, double wa, double wb, double wc, int a, int b, int c) {
    double inverse = wa + wb + wc;
    if (inverse <= inverseZ[pixel]) {
      return;
    }
    inverseZ[pixel] = inverse;
    if (red.length == 0) {
      return;
    }
    double z = 1 / inverse;
    double[] k = clipped;
    red[pixel] = (float) ((wa * k[a + 3] + wb * k[b + 3] + wc * k[c + 3]) * z);
    green[pixel] = (float) ((wa * k[a + 4] + wb * k[b + 4] + wc * k[c + 4]) * z);
    blue[pixel] = (float) ((wa * k[a + 5] + wb * k[b + 5] + wc * k[c + 5]) * z);
    direct[pixel] = (float) ((wa * k[a + 6] + wb * k[b + 6] + wc * k[c + 6]) * z);
  }
}
