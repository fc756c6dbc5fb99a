package org.strop.sim.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.sim.PeelingTask;
import org.strop.sim.camera.CameraRigConfig;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.demo.Demonstrator;
import org.strop.sim.task.TaskConfig;

/** Pictures a second of CPU, by the rig that ships; run by hand. */
final class CameraBench {
  private static final Logger LOG = LoggerFactory.getLogger(CameraBench.class);

  private CameraBench() {}

  public static void main(String[] args) {
    TaskConfig task = PeelingTask.load();
    Path file = PeelingTask.root().resolve("configs/cameras/peeling_cell.yaml");
    CameraRigConfig rig = CameraRigConfig.load(file, List.of(args));
    long frames = 0;
    long nanos = 0;
    for (int seed = 1; seed <= 40; seed++) {
      long start = cpu();
      long drawn = run(task, rig, seed);
      if (seed > 10) { // warm
        frames += drawn;
        nanos += cpu() - start;
      }
    }
    String rate = String.format(Locale.ROOT, "%.0f", frames * 1e9 / nanos);
    LOG.info("{} pictures a second of one core, physics included", rate);
  }

  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long run(TaskConfig task, CameraRigConfig rig, int seed) {
    PeelingCell cell = new PeelingCell(task, TaskConfig.MIXED, seed);
    Demonstrator person = new Demonstrator(cell, seed);
    PeelCameras cameras = new PeelCameras(cell, rig);
    float[] state = new float[7];
    float[] wrench = new float[6];
    float[] cut = new float[4];
    float[] action = new float[7];
    long n = 0;
    while (!cell.finished()) {
      cell.observe(state, wrench, cut);
      person.act(state, wrench, action);
      cell.command(action);
      cell.advanceTick();
      n += cameras.see().size();
    }
    return n;
  }
}
