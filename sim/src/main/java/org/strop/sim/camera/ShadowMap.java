package org.strop.sim.camera;

import java.util.List;

/** What the lamp sees: a depth map from its side. A point behind it is in shadow. */
final class ShadowMap {
  /** What is less than this behind the lit surface is lit, m, texels (ours: against acne). */
  private static final double BIAS_M = 0.0015;

  private static final double BIAS_TEXELS = 2;

  private final CameraPose.Axis toLamp;
  private final int size;
  private final double distance;
  private Rasterizer raster = new Rasterizer(new Intrinsics(1, 1, 1, 1, 0, 0), 1, false);
  private CameraPose pose;
  private double focal = 1;
  private double bias = BIAS_M;
  private double[] corners = new double[0];

  ShadowMap(CameraPose.Axis toLamp, int size, double distance) {
    this.toLamp = toLamp;
    this.size = size;
    this.distance = distance;
    pose = lampAt(0, 0, 0);
  }

  private CameraPose lampAt(double x, double y, double z) {
    return CameraPose.lookAt(
        x + distance * toLamp.x(), y + distance * toLamp.y(), z + distance * toLamp.z(), x, y, z);
  }

  void draw(List<Mesh> meshes, double x, double y, double z, double radius) {
    if (size == 0) {
      return;
    }
    pose = lampAt(x, y, z);
    bias = Math.max(BIAS_M, BIAS_TEXELS * 2 * radius / size);
    double wanted = 0.5 * size * distance / radius;
    if (wanted != focal) {
      focal = wanted;
      double middle = 0.5 * size;
      raster =
          new Rasterizer(
              new Intrinsics(size, size, focal, focal, middle, middle), 0.1 * distance, false);
    }
    raster.clear();
    for (Mesh mesh : meshes) {
      if (mesh.castsShadow()) {
        draw(mesh);
      }
    }
  }

  private void draw(Mesh mesh) {
    int n = mesh.vertexCount();
    if (corners.length < n * Rasterizer.CORNER) {
      corners = new double[n * Rasterizer.CORNER];
    }
    for (int i = 0; i < n; i++) {
      place(pose, mesh.vertices, i * Mesh.STRIDE, corners, i * Rasterizer.CORNER);
    }
    int[] t = mesh.triangles;
    for (int k = 0; k < 3 * mesh.triangleCount(); k += 3) {
      raster.triangle(
          corners,
          t[k] * Rasterizer.CORNER,
          t[k + 1] * Rasterizer.CORNER,
          t[k + 2] * Rasterizer.CORNER,
          mesh.twoSided());
    }
  }

  /** Writes a world point in a camera's frame. */
  static void place(CameraPose camera, double[] from, int at, double[] to, int out) {
    double dx = from[at] - camera.x();
    double dy = from[at + 1] - camera.y();
    double dz = from[at + 2] - camera.z();
    to[out] = camera.right().dot(dx, dy, dz);
    to[out + 1] = camera.down().dot(dx, dy, dz);
    to[out + 2] = camera.forward().dot(dx, dy, dz);
  }

  /** Returns the share of the lamp's light that reaches a point, over 2 x 2 texels. */
  double lit(double x, double y, double z) {
    if (size == 0) {
      return 1;
    }
    double dx = x - pose.x();
    double dy = y - pose.y();
    double dz = z - pose.z();
    double depth = pose.forward().dot(dx, dy, dz);
    double u = focal * pose.right().dot(dx, dy, dz) / depth + 0.5 * size - 0.5;
    double v = focal * pose.down().dot(dx, dy, dz) / depth + 0.5 * size - 0.5;
    int u0 = (int) Math.floor(u);
    int v0 = (int) Math.floor(v);
    if (u0 < 0 || v0 < 0 || u0 + 1 >= size || v0 + 1 >= size) {
      return 1;
    }
    double limit = 1 / (depth - bias);
    double fu = u - u0;
    double fv = v - v0;
    double top = (1 - fu) * texel(u0, v0, limit) + fu * texel(u0 + 1, v0, limit);
    double low = (1 - fu) * texel(u0, v0 + 1, limit) + fu * texel(u0 + 1, v0 + 1, limit);
    return (1 - fv) * top + fv * low;
  }

  private double texel(int u, int v, double limit) {
    return raster.inverseZ[v * size + u] <= limit ? 1 : 0;
  }
}
