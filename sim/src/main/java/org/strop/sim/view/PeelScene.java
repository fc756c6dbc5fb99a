package org.strop.sim.view;

import java.util.ArrayList;
import java.util.List;
import org.strop.sim.camera.Light;
import org.strop.sim.camera.Mesh;
import org.strop.sim.camera.Scene;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.cell.ProduceView;
import org.strop.sim.cell.Strip;

/**
 * The peeling cell as meshes: board, fixture, produce, knife, and the strips. Follows one cell,
 * {@link #observe} by observe. Not thread-safe.
 */
public final class PeelScene {
  private static final double SHADOW_RADIUS_M = 0.22;

  private final PeelingCell cell;
  private final ProduceView view;
  private final ProduceLook look;
  private final ProduceMesh produce;
  private final KnifeMesh knife;
  private final StripMesh strips;
  private final Mesh board;
  private final Mesh fixture;
  private final Scene scene;
  private final float[] state = new float[7];
  private final float[] wrench = new float[6];
  private final float[] cut = new float[4];
  private boolean withKnife = true;

  /**
   * Creates the scene of a cell.
   *
   * @param stride every how many points of the produce's height field a vertex is put: 1 for
   *     reports, 4 for training data
   * @param shadowSize side of the shadow's map, pixels; 0: no shadows
   */
  public PeelScene(PeelingCell cell, Light light, int stride, int shadowSize) {
    this.cell = cell;
    view = cell.view();
    look = ProduceLook.of(view.kind());
    produce = new ProduceMesh(view.kind(), stride);
    int round = stride == 1 ? 24 : 6;
    knife = new KnifeMesh(cell.task().blade().widthM(), round);
    strips = new StripMesh(look);
    board = BenchMesh.board(stride == 1 ? 160 : 12);
    fixture = BenchMesh.fixture(view, look.cap(), round);
    scene = new Scene(light, shadowSize);
    observe();
  }

  /** Reads the cell: where the blade is and what it does. */
  public void observe() {
    cell.observe(state, wrench, cut);
  }

  /** Shows or hides the knife; without it the produce is in full view. */
  public void showKnife(boolean shown) {
    withKnife = shown;
  }

  /** Returns the pose of the tool, as in {@code Channels.STATE}; not to be modified. */
  float[] tool() {
    return state;
  }

  /** Returns the scene as it is now, lit. */
  public Scene prepared() {
    ToolFrame tool = ToolFrame.of(state);
    strips.clear();
    List<Strip> all = view.strips();
    boolean hangs = !all.isEmpty() && isComingOff(all.get(all.size() - 1));
    for (int i = 0; i < all.size() - (hangs ? 1 : 0); i++) {
      lay(all.get(i), i);
    }
    List<Mesh> meshes = new ArrayList<>(List.of(board, fixture, produce.of(view)));
    if (withKnife) {
      meshes.add(knife.at(tool));
      if (hangs) {
        Strip last = all.get(all.size() - 1);
        strips.hanging(tool, last.lengthM(), last.meanWidthM(), last.meanThicknessM());
      }
    }
    meshes.add(strips.mesh());
    double middle = 0.5 * (view.x(0) + view.x(view.sections() - 1));
    scene.prepare(meshes, middle, 0, 0.05, SHADOW_RADIUS_M);
    return scene;
  }

  /** The view lists the strip that is coming off last: it ends where the blade cuts. */
  private boolean isComingOff(Strip last) {
    return withKnife && cut[0] > 0 && Math.abs(last.toX() - state[0]) < 0.004;
  }

  private void lay(Strip strip, int index) {
    double x = 0.015 + 0.033 * (index % 4) + 0.006 * (index / 4 % 3);
    double y = -0.062 - 0.021 * (index / 4 % 3);
    strips.lying(
        new double[] {x, y, 0.0005 + 0.004 * (index / 12)},
        2.4 * index,
        strip.lengthM(),
        strip.meanWidthM(),
        strip.meanThicknessM());
  }
}
