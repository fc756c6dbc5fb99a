package org.strop.sim.view;

import org.strop.sim.camera.Mesh;
import org.strop.sim.cell.ProduceView;

/**
 * The produce as triangles: its height field at a stride, and round ends that the field does not
 * have. Built anew when something changed.
 */
final class ProduceMesh {
  private static final int CAP_RINGS = 6;

  private final ProduceLook look;
  private final int stride;
  private final Mesh mesh;
  private int[] skins = new int[0];
  private double firstRadius;
  private double lastRadius;
  private long built = Long.MIN_VALUE;
  private double turned = Double.NaN;

  /**
   * Creates an empty mesh.
   *
   * @param stride every how many sections and sectors a vertex is put; 1: all of them
   */
  ProduceMesh(String kind, int stride) {
    look = ProduceLook.of(kind);
    this.stride = stride;
    mesh = new Mesh(look.shine(), false);
  }

  Mesh of(ProduceView view) {
    if (view.revision() != built || view.rotation() != turned) {
      build(view);
      built = view.revision();
      turned = view.rotation();
    }
    return mesh;
  }

  private int rows(ProduceView view) {
    return (view.sections() - 1) / stride + 1;
  }

  private int columns(ProduceView view) {
    return view.sectors() / stride;
  }

  private void build(ProduceView view) {
    mesh.clear();
    int rows = rows(view);
    int columns = columns(view);
    boolean fresh = skins.length == 0;
    if (fresh) {
      firstRadius = meanRadius(view, 0);
      lastRadius = meanRadius(view, (rows - 1) * stride);
    }
    skins = fresh ? new int[(rows + 2 * CAP_RINGS) * (columns + 1)] : skins;
    for (int ring = -CAP_RINGS; ring < rows + CAP_RINGS; ring++) {
      for (int column = 0; column <= columns; column++) {
        vertex(view, ring, column, rows, columns, fresh);
      }
    }
    int across = columns + 1;
    for (int r = 0; r < rows + 2 * CAP_RINGS - 1; r++) {
      for (int c = 0; c < columns; c++) {
        int a = r * across + c;
        mesh.quad(a, a + across, a + across + 1, a + 1);
      }
    }
    mesh.smoothNormals();
    closeSeam(rows + 2 * CAP_RINGS, across);
  }

  /** The first and the last column are the same line: they share their normals. */
  private void closeSeam(int rings, int across) {
    for (int r = 0; r < rings; r++) {
      mesh.shareNormal(r * across, r * across + across - 1);
    }
  }

  private void vertex(
      ProduceView view, int ring, int column, int rows, int columns, boolean fresh) {
    int row = Math.max(0, Math.min(rows - 1, ring));
    int i = row * stride;
    int j = column * stride % view.sectors();
    double out = ring < 0 ? -ring : Math.max(0, ring - rows + 1);
    double share = out / CAP_RINGS; // 0 on the field, 1 at the tip
    double shrink = Math.cos(0.5 * Math.PI * share);
    double r = view.radius(i, j) * shrink;
    double end = ring < 0 ? -firstRadius : lastRadius;
    double x = view.x(i) + look.cap() * end * Math.sin(0.5 * Math.PI * share);
    double angle = view.angle(j);
    double y = view.axisY(i) + r * Math.sin(angle);
    double z = view.axisZ(i) + r * Math.cos(angle);
    int at = mesh.vertexCount();
    if (fresh) {
      skins[at] = skin(view, x, r, angle - view.rotation());
    }
    int colour = look.cut(skins[at], view.removed(i, j) * shrink, view.skinThickness());
    mesh.vertex(x, y, z, 0, 0, 1, colour);
  }

  private static double meanRadius(ProduceView view, int section) {
    double sum = 0;
    for (int j = 0; j < view.sectors(); j += 15) {
      sum += view.freshRadius(section, j);
    }
    return sum / ((view.sectors() + 14) / 15);
  }

  private int skin(ProduceView view, double x, double r, double angle) {
    double first = view.x(0);
    double share = (x - first) / (view.x(view.sections() - 1) - first);
    return look.skin(share, angle, x, r * Math.sin(angle), r * Math.cos(angle));
  }
}
