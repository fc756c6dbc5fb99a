package org.strop.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.PeelingTask;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.demo.Demonstrator;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

class StateMetricsTest {
  private final TaskConfig task = PeelingTask.load();

  private static PeelingCell peel(TaskConfig task, String kind, long seed) {
    PeelingCell cell = new PeelingCell(task, kind, seed);
    Demonstrator person = new Demonstrator(cell, seed);
    float[] state = new float[7];
    float[] wrench = new float[6];
    float[] cut = new float[4];
    float[] action = new float[7];
    while (!cell.finished()) {
      cell.observe(state, wrench, cut);
      person.act(state, wrench, action);
      cell.command(action);
      cell.advanceTick();
    }
    return cell;
  }

  @Test
  void nothingIsPeeledBeforeTheFirstStroke() {
    StateMetrics m = StateMetrics.of(new PeelingCell(task, "apple", 1));
    assertThat(m.peeledM2()).isZero();
    assertThat(m.strips()).isZero();
    assertThat(m.coverage()).isZero();
    assertThat(m.missedM2()).isPositive();
    assertThat(m.success()).isFalse();
    assertThat(m.asMap().values()).allMatch(Double::isFinite);
  }

  @Test
  void stateAndTrajectoryTellTheSameStory() {
    int same = 0;
    for (int i = 0; i < 60; i++) {
      Trajectory demo = DemonstrationFactory.demonstrate(task, TaskConfig.MIXED, 700 + i);
      PeelMetrics seen = PeelMetrics.of(demo, task);
      StateMetrics state = StateMetrics.of(peel(task, TaskConfig.MIXED, 700 + i));
      assertThat(demo.info().attributes()).containsAllEntriesOf(state.asAttributes());
      assertThat(seen.success()).isEqualTo(state.success());
      double t = state.meanThicknessM();
      assertThat(seen.meanThicknessM()).isCloseTo(t, within(0.12 * t + 2e-5));
      same += Math.abs(seen.coverage() - state.coverage()) < 0.25 ? 1 : 0;
    }
    assertThat(same).isGreaterThan(50);
  }

  @Test
  void allTheWayRoundBaresNearlyEverythingInAsManyStrokes() {
    Path file = PeelingTask.root().resolve("configs/tasks/peeling_whole.yaml");
    TaskConfig whole = TaskConfig.load(file, List.of());
    for (String kind : List.of("cucumber", "pear")) {
      PeelingCell cell = peel(whole, kind, 3);
      StateMetrics m = StateMetrics.of(cell);
      assertThat(cell.outcome()).isEqualTo(PeelingCell.Outcome.COMPLETED);
      assertThat(cell.strokesDone()).isEqualTo(whole.fixtureOf(kind).strokes());
      assertThat(m.coverage()).as(kind).isGreaterThan(0.8);
      assertThat(m.strips()).isBetween(10, 30);
      assertThat(m.peeledM2())
          .isGreaterThan(5 * StateMetrics.of(peel(task, kind, 3)).peeledM2()); // they overlap
    }
  }
}
