package org.strop.sim.view;

import org.strop.sim.camera.Mesh;

/** Strips of peel: the one that slides up the blade and curls, and those that lie on the board. */
final class StripMesh {
  private static final double STEP_M = 0.0015;
  private static final double LIFT_M = 0.0009;

  private final Mesh mesh = new Mesh(0.1, false);
  private final ProduceLook look;

  StripMesh(ProduceLook look) {
    this.look = look;
  }

  Mesh mesh() {
    return mesh;
  }

  void clear() {
    mesh.clear();
  }

  /** Draws a strip that comes off: up along the blade, then round and round. */
  void hanging(ToolFrame tool, double length, double width, double thickness) {
    double direction = Math.PI - 0.1; // along the blade, backward and up, in the tool's x-z plane
    double x = 0;
    double z = LIFT_M;
    Ribbon ribbon = new Ribbon(width, thickness);
    for (double s = 0; s <= length; s += STEP_M) {
      double fade = Math.min(1, s / 0.012);
      double[] at = tool.point(x, 0.10 * Math.max(0, s - 0.02), z);
      double[] side = tool.direction(0, 1, 0);
      double[] normal = tool.direction(Math.sin(direction), 0, -Math.cos(direction));
      ribbon.add(at, side, normal, s, length);
      double radius = 0.0085 + 0.06 * s;
      direction -= fade * STEP_M / radius; // turns up and over
      x += STEP_M * Math.cos(direction);
      z += STEP_M * Math.sin(direction);
    }
  }

  /** Draws a strip on the board, on its edge, curled around a place. */
  void lying(double[] place, double turn, double length, double width, double thickness) {
    Ribbon ribbon = new Ribbon(width, thickness);
    double direction = turn;
    double x = place[0];
    double y = place[1];
    for (double s = 0; s <= length; s += STEP_M) {
      double wave = 0.0012 * Math.sin(90 * s);
      double[] at = {x, y, place[2] + 0.5 * width + wave};
      double[] normal = {-Math.sin(direction), Math.cos(direction), 0};
      ribbon.add(at, new double[] {0, 0.12, 0.99}, normal, s, length);
      direction += STEP_M / (0.007 + 0.13 * s);
      x += STEP_M * Math.cos(direction);
      y += STEP_M * Math.sin(direction);
    }
  }

  /** Two faces, skin on one, flesh on the other. */
  private final class Ribbon {
    private final double half;
    private final double thickness;
    private int rows;
    private final java.util.List<int[]> last = new java.util.ArrayList<>();

    Ribbon(double width, double thickness) {
      half = 0.5 * Math.max(0.004, width);
      this.thickness = Math.max(0.0006, thickness);
    }

    void add(double[] at, double[] side, double[] normal, double s, double length) {
      double taper = Math.min(1, Math.min(0.25 + s / 0.006, 0.25 + (length - s) / 0.006));
      int[] row = new int[4];
      int skin = look.skin(s / Math.max(length, 1e-3), 3 * s, s, 0.02, 0.01);
      for (int k = 0; k < 4; k++) {
        double across = (k % 2 == 0 ? -1 : 1) * half * taper;
        double up = (k < 2 ? 0.5 : -0.5) * thickness;
        double sign = k < 2 ? 1 : -1;
        row[k] =
            mesh.vertex(
                at[0] + across * side[0] + up * normal[0],
                at[1] + across * side[1] + up * normal[1],
                at[2] + across * side[2] + up * normal[2],
                sign * normal[0],
                sign * normal[1],
                sign * normal[2],
                k < 2 ? skin : look.flesh());
      }
      if (rows++ > 0) {
        int[] b = last.get(0);
        both(b[0], row[0], row[1], b[1]);
        both(b[2], row[2], row[3], b[3]);
      }
      last.clear();
      last.add(row);
    }

    /** Drawn from both sides; the nearer face hides the other. */
    private void both(int a, int b, int c, int d) {
      mesh.quad(a, b, c, d);
      mesh.quad(d, c, b, a);
    }
  }
}
