package org.strop.sim.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.demo.Demonstrator;
import org.strop.sim.task.TaskConfig;

/**
 * Demonstrations in the process: the same numbers as recorded over sockets from the same seeds.
 *
 * <pre>{@code
 * TaskConfig task = TaskConfig.load(Path.of("configs/tasks/peeling.yaml"), List.of());
 * List<Trajectory> demos = DemonstrationFactory.demonstrate(task, 60, 1);
 * }</pre>
 */
public final class DemonstrationFactory {
  /** The {@code source} of demonstrations. */
  public static final String SOURCE = "demonstrator";

  private DemonstrationFactory() {}

  /**
   * Returns n demonstrations, of the episode seeds {@code seed}, {@code seed + 1}, ...; produce
   * cycles through the task's {@code mixed} list.
   */
  public static List<Trajectory> demonstrate(TaskConfig task, int n, long seed) {
    List<Trajectory> all = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      all.add(demonstrate(task, TaskConfig.MIXED, seed + i));
    }
    return all;
  }

  /**
   * Returns the demonstration of one episode seed.
   *
   * @param choice a kind of produce, or {@link TaskConfig#MIXED}
   */
  public static Trajectory demonstrate(TaskConfig task, String choice, long seed) {
    PeelingCell cell = new PeelingCell(task, choice, seed);
    Demonstrator person = new Demonstrator(cell, seed);
    EpisodeLog log = new EpisodeLog("demo-" + seed, SOURCE, seed, 0, cell);
    float[] action = new float[7];
    log.observe();
    while (!cell.finished()) {
      person.act(log.state(), log.wrench(), action);
      log.act(action);
      cell.command(action);
      cell.advanceTick();
      log.observe();
    }
    return log.finish(Map.of("outcome", outcome(cell)));
  }

  static String outcome(PeelingCell cell) {
    return cell.outcome().name().toLowerCase(java.util.Locale.ROOT);
  }
}
