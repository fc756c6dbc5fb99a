package org.strop.sim.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.PeelingTask;
import org.strop.sim.metrics.PeelMetrics;
import org.strop.sim.task.TaskConfig;

class DemonstrationFactoryTest {
  private final TaskConfig task = PeelingTask.load();

  @Test
  void sameSeedGivesTheSameTrajectory() {
    assertThat(DemonstrationFactory.demonstrate(task, 6, 40))
        .isEqualTo(DemonstrationFactory.demonstrate(task, 6, 40));
    assertThat(DemonstrationFactory.demonstrate(task, TaskConfig.MIXED, 41))
        .isNotEqualTo(DemonstrationFactory.demonstrate(task, TaskConfig.MIXED, 44));
  }

  @Test
  void everyValueIsFiniteAndTheChannelsAreThoseOfTheTask() {
    for (Trajectory demo : DemonstrationFactory.demonstrate(task, 30, 7)) {
      assertThat(demo.specs())
          .containsExactlyInAnyOrder(
              Channels.STATE, Channels.WRENCH, Channels.ACTION, Channels.CUT);
      for (ChannelSpec spec : demo.specs()) {
        assertThat(demo.channel(spec).isFinite()).as("%s %s", demo, spec.key()).isTrue();
      }
      assertThat(demo.stampNanos(1) - demo.stampNanos(0)).isEqualTo(50_000_000L);
    }
  }

  @Test
  void peopleSucceedOftenButNotAlwaysAndTheirPeelsScatter() {
    List<PeelMetrics> metrics =
        DemonstrationFactory.demonstrate(task, 300, 1).stream()
            .map(t -> PeelMetrics.of(t, task))
            .toList();
    double success = metrics.stream().filter(PeelMetrics::success).count() / 300.0;
    assertThat(success).isBetween(0.5, 0.8);
    double[] thickness =
        metrics.stream().mapToDouble(PeelMetrics::meanThicknessM).sorted().toArray();
    assertThat(thickness[270] - thickness[30]).isGreaterThan(0.0005);
    double[] feed = metrics.stream().mapToDouble(PeelMetrics::feedMPerS).sorted().toArray();
    assertThat(feed[270] / feed[30]).isGreaterThan(1.5);
  }

  @Test
  void stylesAreDifferentPeople() {
    double[] careful = means("careful");
    double[] hasty = means("hasty");
    double[] sawing = means("sawing");
    assertThat(hasty[0]).isGreaterThan(1.3 * careful[0]); // thickness, m
    assertThat(hasty[1]).isGreaterThan(1.3 * careful[1]); // force, N
    assertThat(hasty[2]).isGreaterThan(1.5 * careful[2]); // feed, m/s
    assertThat(sawing[0]).isGreaterThan(careful[0]); // thicker with less force
    assertThat(sawing[1]).isLessThan(careful[1]);
  }

  private static double[] means(String style) {
    TaskConfig task = PeelingTask.load("demonstrator.style=" + style);
    double[] sum = new double[3];
    for (Trajectory demo : DemonstrationFactory.demonstrate(task, 60, 1)) {
      PeelMetrics m = PeelMetrics.of(demo, task);
      sum[0] += m.meanThicknessM() / 60;
      sum[1] += m.meanForceN() / 60;
      sum[2] += m.feedMPerS() / 60;
    }
    return sum;
  }
}
