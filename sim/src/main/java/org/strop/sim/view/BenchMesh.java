package org.strop.sim.view;

import org.strop.sim.camera.Mesh;
import org.strop.sim.camera.Shapes;
import org.strop.sim.cell.ProduceView;

/** What stands still: the board, and the fixture that holds the produce at both ends. */
final class BenchMesh {
  private static final int IRON = 0x5A6068;

  private BenchMesh() {}

  /** A wooden board on a table, its top at z = 0. */
  static Mesh board(int cells) {
    Mesh mesh = new Mesh(0.04, false);
    mesh.throwNoShadow();
    double[] middle = {0.06, 0, 0};
    double step = 0.44 / cells;
    Shapes.ground(mesh, middle, 0.22, 0.15, cells, (i, j) -> wood(i * step, j * 0.3 / cells));
    Shapes.box(mesh, new double[] {0.06, 0, -0.0101}, new double[] {0.22, 0.15, 0.01}, 0, 0x9C7348);
    Shapes.box(mesh, new double[] {0.06, 0, -0.032}, new double[] {0.9, 0.9, 0.01}, 0, 0xB9BEC4);
    return mesh;
  }

  private static int wood(double x, double y) {
    double grain = Texture.noise(9 * x, 110 * y, 0.5);
    double fine = Texture.noise(30 * x, 600 * y, 7.5);
    return Texture.mix(0xC99A66, 0xA97745, 0.7 * grain + 0.25 * fine);
  }

  /** A spindle into each end, on posts. */
  static Mesh fixture(ProduceView view, double capShare, int round) {
    Mesh mesh = new Mesh(0.3, false);
    int last = view.sections() - 1;
    post(mesh, view, 0, -1, capShare, round);
    post(mesh, view, last, 1, capShare, round);
    return mesh;
  }

  private static void post(
      Mesh mesh, ProduceView view, int section, int sign, double capShare, int round) {
    double z = view.axisZ(section);
    double end = view.x(section) + sign * capShare * view.freshRadius(section, 0);
    double radius = Math.min(0.011, 0.55 * view.freshRadius(section, 0));
    double[] inside = {end - sign * 0.006, view.axisY(section), z};
    double[] cup = {end + sign * 0.006, view.axisY(section), z};
    double[] outside = {end + sign * 0.03, view.axisY(section), z};
    Shapes.tube(mesh, inside, cup, radius, radius, round, IRON);
    Shapes.tube(mesh, cup, outside, 0.005, 0.005, round, 0x9AA1AA);
    double top = z + 0.012;
    double[] block = {end + sign * 0.026, 0, 0.5 * top};
    Shapes.box(mesh, block, new double[] {0.009, 0.016, 0.5 * top}, 0, 0x474C54);
  }
}
