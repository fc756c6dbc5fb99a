package org.strop.sim.camera;

/**
 * Draws a {@link Scene} as a camera sees it.
 *
 * <pre>{@code
 * Renderer renderer = new Renderer(Intrinsics.of(96, 96, 1.0), 1);
 * scene.prepare(meshes, 0.06, 0, 0.04, 0.2);
 * Frame frame = renderer.render(scene, pose);     // reused by the next call
 * }</pre>
 *
 * <p>Not thread-safe; allocates only when a mesh grows.
 */
public final class Renderer {
  private static final double NEAR_M = 0.005;
  private static final double HARDNESS = 40;

  private final Intrinsics fine;
  private final int factor;
  private final Rasterizer raster;
  private final Frame frame;
  private double[] corners = new double[0];
  private final double[] world = new double[3];

  /**
   * Creates a renderer.
   *
   * @param camera of the picture
   * @param supersampling samples along each side of a pixel, at least 1; colours are their mean,
   *     depth that of the sample nearest to the pixel's middle
   */
  public Renderer(Intrinsics camera, int supersampling) {
    fine = camera.scaled(supersampling);
    factor = supersampling;
    raster = new Rasterizer(fine, NEAR_M, true);
    frame = new Frame(camera.width(), camera.height());
  }

  /**
   * Draws.
   *
   * @param scene prepared
   * @return the picture, overwritten by the next call
   */
  public Frame render(Scene scene, CameraPose pose) {
    raster.clear();
    for (int i = 0; i < scene.meshes().size(); i++) {
      draw(scene.meshes().get(i), scene.lit(i), scene.light(), pose);
    }
    for (int v = 0; v < frame.height(); v++) {
      for (int u = 0; u < frame.width(); u++) {
        resolve(scene, pose, u, v);
      }
    }
    return frame;
  }

  private void draw(Mesh mesh, double[] lit, Light light, CameraPose pose) {
    int n = mesh.vertexCount();
    if (corners.length < n * Rasterizer.CORNER) {
      corners = new double[n * Rasterizer.CORNER];
    }
    CameraPose.Axis lamp = light.toLamp();
    for (int i = 0; i < n; i++) {
      int out = i * Rasterizer.CORNER;
      ShadowMap.place(pose, mesh.vertices, i * Mesh.STRIDE, corners, out);
      double glint =
          mesh.shine() > 0 ? mesh.shine() * glint(mesh.vertices, i * Mesh.STRIDE, lamp, pose) : 0;
      corners[out + 3] = lit[4 * i] + glint;
      corners[out + 4] = lit[4 * i + 1] + glint;
      corners[out + 5] = lit[4 * i + 2] + glint;
      corners[out + 6] = lit[4 * i + 3];
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

  /** Blinn-Phong: (n·h)^40, h halfway between lamp and eye. */
  private static double glint(double[] v, int at, CameraPose.Axis lamp, CameraPose eye) {
    double ex = eye.x() - v[at];
    double ey = eye.y() - v[at + 1];
    double ez = eye.z() - v[at + 2];
    double n = Math.sqrt(ex * ex + ey * ey + ez * ez);
    double hx = ex / n + lamp.x();
    double hy = ey / n + lamp.y();
    double hz = ez / n + lamp.z();
    double cosine =
        (hx * v[at + 3] + hy * v[at + 4] + hz * v[at + 5]) / Math.sqrt(hx * hx + hy * hy + hz * hz);
    return cosine > 0.7 ? Math.pow(cosine, HARDNESS) : 0;
  }

  private void resolve(Scene scene, CameraPose pose, int u, int v) {
    double red = 0;
    double green = 0;
    double blue = 0;
    int background = scene.light().background();
    for (int sv = v * factor; sv < (v + 1) * factor; sv++) {
      for (int su = u * factor; su < (u + 1) * factor; su++) {
        int at = sv * fine.width() + su;
        if (raster.inverseZ[at] == 0) {
          red += (background >> 16 & 255) / 255.0;
          green += (background >> 8 & 255) / 255.0;
          blue += (background & 255) / 255.0;
          continue;
        }
        double shade = shade(scene, pose, su, sv, at);
        red += Math.min(1, shade * raster.red[at]);
        green += Math.min(1, shade * raster.green[at]);
        blue += Math.min(1, shade * raster.blue[at]);
      }
    }
    int pixel = v * frame.width() + u;
    double share = 255.0 / (factor * factor);
    frame.rgb[pixel] = level(red * share) << 16 | level(green * share) << 8 | level(blue * share);
    int middle = (v * factor + factor / 2) * fine.width() + u * factor + factor / 2;
    double inverse = raster.inverseZ[middle];
    frame.depth[pixel] = inverse == 0 ? 0 : (float) (1 / inverse);
  }

  private double shade(Scene scene, CameraPose pose, int u, int v, int at) {
    double direct = raster.direct[at];
    if (direct < 0.02) {
      return 1;
    }
    double z = 1 / raster.inverseZ[at];
    double x = (u + 0.5 - fine.cx()) / fine.fx() * z;
    double y = (v + 0.5 - fine.cy()) / fine.fy() * z;
    world[0] = pose.x() + x * pose.right().x() + y * pose.down().x() + z * pose.forward().x();
    world[1] = pose.y() + x * pose.right().y() + y * pose.down().y() + z * pose.forward().y();
    world[2] = pose.z() + x * pose.right().z() + y * pose.down().z() + z * pose.forward().z();
    return 1 - direct * (1 - scene.shadows().lit(world[0], world[1], world[2]));
  }

  private static int level(double value) {
    return Math.max(0, Math.min(255, (int) Math.round(value)));
  }
}
