package org.strop.sim.view;

import org.strop.sim.camera.Mesh;
import org.strop.sim.camera.Shapes;

/** The peeling knife: a blade between two arms, a handle, the force sensor, the flange. */
final class KnifeMesh {
  private static final int STEEL = 0xC9CED6;
  private static final int HANDLE = 0x2B2E33;
  private static final int SENSOR = 0x8E949E;
  private static final double CHORD_M = 0.018;
  private static final double HALF_THICKNESS_M = 0.0006;

  private final double halfWidth;
  private final int round;
  private final Mesh mesh = new Mesh(0.5, false);

  /**
   * Creates the knife.
   *
   * @param bladeWidth m
   * @param round corners of round things
   */
  KnifeMesh(double bladeWidth, int round) {
    halfWidth = 0.5 * bladeWidth;
    this.round = round;
  }

  Mesh at(ToolFrame tool) {
    mesh.clear();
    blade(tool);
    for (int side = -1; side <= 1; side += 2) {
      double y = side * (halfWidth + 0.0025);
      double[] low = tool.point(-0.6 * CHORD_M, y, 0.001);
      double[] high = tool.point(-0.012, y, 0.05);
      Shapes.tube(mesh, low, high, 0.0022, 0.0028, round, STEEL);
      Shapes.tube(mesh, high, tool.point(-0.015, 0, 0.066), 0.0028, 0.005, round, STEEL);
    }
    double[] neck = tool.point(-0.015, 0, 0.064);
    Shapes.tube(mesh, neck, tool.point(-0.02, 0, 0.118), 0.008, 0.011, round, HANDLE);
    double[] below = tool.point(-0.02, 0, 0.118);
    double[] above = tool.point(-0.02, 0, 0.15);
    Shapes.tube(mesh, below, above, 0.026, 0.026, 2 * round, SENSOR);
    Shapes.tube(mesh, above, tool.point(-0.02, 0, 0.26), 0.03, 0.034, 2 * round, 0xD9DBDF);
    return mesh;
  }

  /** A wedge: the edge ahead, the spine behind. */
  private void blade(ToolFrame tool) {
    double[] middle = tool.point(-0.5 * CHORD_M, 0, HALF_THICKNESS_M);
    double[] along = tool.direction(0.5 * CHORD_M, 0, 0);
    double[] across = tool.direction(0, halfWidth, 0);
    double[] up = tool.direction(0, 0, HALF_THICKNESS_M);
    Shapes.box(mesh, middle, along, across, up, STEEL);
  }
}
