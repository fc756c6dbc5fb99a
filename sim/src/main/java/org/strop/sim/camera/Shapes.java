package org.strop.sim.camera;

/** Adds plain solids to a mesh. Points in the world, m; colours 0xRRGGBB. */
public final class Shapes {
  private Shapes() {}

  /**
   * Adds a box given by its middle and three half edges, right-handed and at right angles.
   *
   * @param c middle, length 3
   * @param a half edge, length 3; so are b and n
   */
  public static void box(Mesh mesh, double[] c, double[] a, double[] b, double[] n, int rgb) {
    face(mesh, c, a, b, n, 1, rgb);
    face(mesh, c, a, b, n, -1, rgb);
    face(mesh, c, b, n, a, 1, rgb);
    face(mesh, c, b, n, a, -1, rgb);
    face(mesh, c, n, a, b, 1, rgb);
    face(mesh, c, n, a, b, -1, rgb);
  }

  private static void face(
      Mesh mesh, double[] c, double[] a, double[] b, double[] n, int sign, int rgb) {
    double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
    double[] out = {sign * n[0] / length, sign * n[1] / length, sign * n[2] / length};
    int[] corner = new int[4];
    for (int k = 0; k < 4; k++) {
      double u = k == 0 || k == 3 ? -1 : 1;
      double v = k < 2 ? -1 : 1;
      double x = c[0] + u * a[0] + v * b[0] + sign * n[0];
      double y = c[1] + u * a[1] + v * b[1] + sign * n[1];
      double z = c[2] + u * a[2] + v * b[2] + sign * n[2];
      corner[k] = mesh.vertex(x, y, z, out[0], out[1], out[2], rgb);
    }
    if (sign > 0) {
      mesh.quad(corner[0], corner[1], corner[2], corner[3]);
    } else {
      mesh.quad(corner[3], corner[2], corner[1], corner[0]);
    }
  }

  /** Adds an upright box, turned about z. */
  public static void box(Mesh mesh, double[] c, double[] half, double yaw, int rgb) {
    double cos = Math.cos(yaw);
    double sin = Math.sin(yaw);
    box(
        mesh,
        c,
        new double[] {half[0] * cos, half[0] * sin, 0},
        new double[] {-half[1] * sin, half[1] * cos, 0},
        new double[] {0, 0, half[2]},
        rgb);
  }

  /** Adds a sphere of n rings. */
  public static void sphere(Mesh mesh, double[] c, double radius, int n, int rgb) {
    int first = mesh.vertexCount();
    for (int i = 0; i <= n; i++) {
      double polar = Math.PI * i / n;
      for (int j = 0; j <= 2 * n; j++) {
        double turn = Math.PI * j / n;
        double nx = Math.sin(polar) * Math.cos(turn);
        double ny = Math.sin(polar) * Math.sin(turn);
        double nz = Math.cos(polar);
        mesh.vertex(c[0] + radius * nx, c[1] + radius * ny, c[2] + radius * nz, nx, ny, nz, rgb);
      }
    }
    int row = 2 * n + 1;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 2 * n; j++) {
        int a = first + i * row + j;
        mesh.quad(a, a + row, a + row + 1, a + 1);
      }
    }
  }

  /** Adds a cone's trunk with closed ends; equal radii make a cylinder. */
  public static void tube(
      Mesh mesh, double[] from, double[] to, double radiusFrom, double radiusTo, int n, int rgb) {
    CameraPose.Axis along =
        new CameraPose.Axis(to[0] - from[0], to[1] - from[1], to[2] - from[2]).unit();
    boolean upright = Math.abs(along.z()) > 0.9;
    CameraPose.Axis side =
        along.cross(new CameraPose.Axis(upright ? 1 : 0, 0, upright ? 0 : 1)).unit();
    CameraPose.Axis other = along.cross(side);
    int first = mesh.vertexCount();
    for (int j = 0; j <= n; j++) {
      double c = Math.cos(2 * Math.PI * j / n);
      double s = Math.sin(2 * Math.PI * j / n);
      double nx = c * side.x() + s * other.x();
      double ny = c * side.y() + s * other.y();
      double nz = c * side.z() + s * other.z();
      ring(mesh, from, radiusFrom, nx, ny, nz, rgb);
      ring(mesh, to, radiusTo, nx, ny, nz, rgb);
    }
    for (int j = 0; j < n; j++) {
      int a = first + 2 * j;
      mesh.quad(a, a + 2, a + 3, a + 1);
    }
    disc(mesh, from, radiusFrom, side, other, -1, n, rgb);
    disc(mesh, to, radiusTo, side, other, 1, n, rgb);
  }

  private static void ring(
      Mesh mesh, double[] at, double radius, double nx, double ny, double nz, int rgb) {
    mesh.vertex(at[0] + radius * nx, at[1] + radius * ny, at[2] + radius * nz, nx, ny, nz, rgb);
  }

  private static void disc(
      Mesh mesh,
      double[] at,
      double radius,
      CameraPose.Axis side,
      CameraPose.Axis other,
      int sign,
      int n,
      int rgb) {
    CameraPose.Axis out = side.cross(other);
    double nx = sign * out.x();
    double ny = sign * out.y();
    double nz = sign * out.z();
    int middle = mesh.vertex(at[0], at[1], at[2], nx, ny, nz, rgb);
    for (int j = 0; j <= n; j++) {
      double c = radius * Math.cos(2 * Math.PI * j / n);
      double s = radius * Math.sin(2 * Math.PI * j / n);
      mesh.vertex(
          at[0] + c * side.x() + s * other.x(),
          at[1] + c * side.y() + s * other.y(),
          at[2] + c * side.z() + s * other.z(),
          nx,
          ny,
          nz,
          rgb);
    }
    for (int j = 1; j <= n; j++) {
      mesh.triangle(middle, middle + (sign > 0 ? j : j + 1), middle + (sign > 0 ? j + 1 : j));
    }
  }

  /** Adds a level square of n x n cells around a point, each in a colour of its own. */
  public static void ground(
      Mesh mesh,
      double[] c,
      double halfX,
      double halfY,
      int n,
      java.util.function.IntBinaryOperator rgb) {
    int first = mesh.vertexCount();
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= n; j++) {
        double x = c[0] + halfX * (2.0 * i / n - 1);
        double y = c[1] + halfY * (2.0 * j / n - 1);
        mesh.vertex(x, y, c[2], 0, 0, 1, rgb.applyAsInt(i, j));
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int a = first + i * (n + 1) + j;
        mesh.quad(a, a + n + 1, a + n + 2, a + 1);
      }
    }
  }
}
