package org.strop.sim.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.configs.ConfigLoader;
import org.strop.sim.PeelingTask;
import org.strop.sim.metrics.PeelMetrics;
import org.strop.sim.task.TaskConfig;

/** The task is neither trivial nor hopeless. */
class DifficultyTest {
  private static final int N = 40;

  private static final Map<String, Double> FIGURES = new TreeMap<>();

  private final TaskConfig task = PeelingTask.load();
  private final Rollouts rollouts =
      new Rollouts(
          task,
          ConfigLoader.load(
                  PeelingTask.root().resolve("configs/robots/peeling_cell.yaml"),
                  List.of(),
                  RobotConfig.class)
              .value()
              .limits());

  /** The figures of the module's README. */
  @AfterAll
  static void write() throws IOException {
    List<String> lines = new ArrayList<>();
    FIGURES.forEach(
        (kind, best) ->
            lines.add(String.format(Locale.ROOT, "| %s | %d | %.0f %% |", kind, N, 100 * best)));
    Files.write(Path.of("target", "open_loop.md"), lines);
  }

  private double openLoopSuccess(String kind, double depth, double feed, double attack) {
    List<EpisodeSpec> specs = new ArrayList<>();
    for (int i = 0; i < N; i++) {
      specs.add(new EpisodeSpec("open-" + i, kind, 500 + i, 0));
    }
    OpenLoopPolicy policy = new OpenLoopPolicy(task.kind(kind), depth, feed, attack);
    return rollouts.run(policy, specs, Optional.empty()).stream()
            .filter(t -> PeelMetrics.of(t, task).success())
            .count()
        / (double) N;
  }

  /** The best of 18 settings, chosen for the kind on the very instances that it is judged on. */
  private double bestOpenLoop(String kind) {
    double best = 0;
    for (double depth : new double[] {0.006, 0.008, 0.010}) {
      for (double attack : new double[] {0.35, 0.45, 0.55}) {
        for (double feed : new double[] {0.02, 0.03}) {
          best = Math.max(best, openLoopSuccess(kind, depth, feed, attack));
        }
      }
    }
    return best;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cucumber", "apple", "potato", "zucchini", "pear", "daikon"})
  void constantCommandsFailOnMoreThanHalfOfTheInstances(String kind) {
    double best = bestOpenLoop(kind);
    FIGURES.put(kind, best);
    assertThat(best).as(kind).isLessThan(0.5);
  }

  @Test
  void aSettingOfOneKindIsNoUseForAnother() {
    OpenLoopPolicy cucumber = new OpenLoopPolicy(task.kind("cucumber"), 0.008, 0.025, 0.45);
    long success =
        rollouts.run(cucumber, EpisodeSpec.series("mixed", N, 500), Optional.empty()).stream()
            .filter(t -> PeelMetrics.of(t, task).success())
            .count();
    assertThat(success / (double) N).isLessThan(0.3);
  }
}
