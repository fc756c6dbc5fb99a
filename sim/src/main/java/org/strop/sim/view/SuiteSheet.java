package org.strop.sim.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.strop.sim.camera.CameraPose;
import org.strop.sim.camera.Intrinsics;
import org.strop.sim.camera.Light;
import org.strop.sim.camera.Mesh;
import org.strop.sim.camera.Renderer;
import org.strop.sim.camera.Scene;
import org.strop.sim.camera.Shapes;
import org.strop.sim.suite.act.ScriptedExpert;
import org.strop.sim.suite.scene.SceneShape;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.world.SuiteWorld;

/** Pictures of the transfer suite: each task at its start and as its expert leaves it. */
public final class SuiteSheet {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 240;
  private static final int GAP = 12;
  private static final int PAIRS = 3; // tasks in a row

  private final Renderer renderer = new Renderer(Intrinsics.of(WIDTH, HEIGHT, 0.5), 3);
  private final CameraPose eye = CameraPose.lookAt(0.42, -0.92, 0.72, 0.0, 0.1, 0.12);

  /** Draws what there is to see in a world. */
  public BufferedImage picture(List<SceneShape> shapes) {
    Scene scene = new Scene(Light.studio(), 768);
    Mesh solid = new Mesh(0.12, false);
    for (SceneShape shape : shapes) {
      add(solid, shape);
    }
    scene.prepare(List.of(solid), 0, 0.05, 0.1, 0.75);
    return PeelFilm.image(renderer.render(scene, eye));
  }

  private static void add(Mesh mesh, SceneShape shape) {
    if (shape instanceof SceneShape.Box box) {
      double[] center = {box.center().x(), box.center().y(), box.center().z()};
      double[] half = {box.half().x(), box.half().y(), box.half().z()};
      Shapes.box(mesh, center, half, box.yawRad(), box.rgb());
    } else if (shape instanceof SceneShape.Cylinder tube) {
      double[] from = {tube.from().x(), tube.from().y(), tube.from().z()};
      double[] to = {tube.to().x(), tube.to().y(), tube.to().z()};
      Shapes.tube(mesh, from, to, tube.radiusM(), tube.radiusM(), 32, tube.rgb());
    } else if (shape instanceof SceneShape.Sphere ball) {
      double[] center = {ball.center().x(), ball.center().y(), ball.center().z()};
      Shapes.sphere(mesh, center, ball.radiusM(), 20, ball.rgb());
    }
  }

  /**
   * Draws all tasks, two pictures each: at the start, and when the expert has solved it (or at its
   * horizon, which the words then say).
   */
  public BufferedImage draw(List<SuiteTask> tasks, long seed) {
    int rows = (tasks.size() + PAIRS - 1) / PAIRS;
    int cell = 2 * WIDTH + GAP + GAP;
    Canvas canvas = new Canvas((PAIRS * cell + GAP) / 2, rows * (HEIGHT + 44) / 2 + GAP);
    List<BufferedImage> pictures = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      SuiteWorld world = new SuiteWorld(tasks.get(i));
      world.reset(seed);
      pictures.add(picture(world.scene()));
      String words = tasks.get(i).name() + ": " + solve(world, seed);
      pictures.add(picture(world.scene()));
      double x = 0.5 * (GAP + i % PAIRS * cell);
      canvas.text(words, x, 0.5 * (i / PAIRS * (HEIGHT + 44) + 30), 12, Palette.INK, 0);
    }
    BufferedImage sheet = canvas.finish();
    Graphics2D g = sheet.createGraphics();
    for (int i = 0; i < pictures.size(); i++) {
      int x = GAP + i / 2 % PAIRS * cell + i % 2 * (WIDTH + GAP / 2);
      g.drawImage(pictures.get(i), x, i / 2 / PAIRS * (HEIGHT + 44) + 38, null);
    }
    g.dispose();
    return sheet;
  }

  private static String solve(SuiteWorld world, long seed) {
    ScriptedExpert expert = new ScriptedExpert();
    expert.start(seed);
    float[] action = new float[SuiteWorld.ACTIONS];
    while (!world.finished() && !world.success()) {
      expert.act(world, action);
      world.step(action);
    }
    return world.success() ? "start, solved after " + world.steps() + " steps" : "not solved";
  }
}
