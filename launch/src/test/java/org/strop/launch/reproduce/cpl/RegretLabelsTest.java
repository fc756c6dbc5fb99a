package org.strop.launch.reproduce.cpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.launch.reproduce.cpl.CplConfig.Labels;
import org.strop.policy.contrastive.SegmentPair;
import org.strop.policy.contrastive.SegmentPair.Rows;
import org.strop.sim.suite.act.Quality;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.task.SuiteTasks;

class RegretLabelsTest {
  /** Recorded rewards are float32, twenty of them in a segment. */
  private static final double F32_SUM = 1e-5;

  private static final SuiteTask TASK =
      SuiteTasks.in(Path.of(System.getProperty("strop.root"), "configs/tasks/suite"))
          .load("button_press");

  private static OfflineData data(Quality... qualities) {
    return OfflineData.record(TASK, List.of(qualities), 6, 60, 1);
  }

  private static double meanRegret(OfflineData data) {
    ExpertValue value = new ExpertValue(TASK);
    double sum = 0;
    for (int e = 0; e < 6; e++) {
      sum += RegretLabels.regret(value, data, new Rows(60 * e, 60 * e + 20)) / 6;
    }
    return sum;
  }

  @Test
  void theExpertsOwnSegmentsHaveNoRegret() {
    OfflineData data = data(Quality.EXPERT);
    ExpertValue value = new ExpertValue(TASK);
    for (int from = 0; from < 360; from += 20) {
      assertThat(RegretLabels.regret(value, data, new Rows(from, from + 20)))
          .isCloseTo(0, within(F32_SUM));
    }
  }

  @Test
  void regretGrowsFromNoisyToRandom() {
    double noisy = meanRegret(data(Quality.NOISY));
    assertThat(noisy).isPositive();
    assertThat(meanRegret(data(Quality.RANDOM))).isGreaterThan(2 * noisy);
  }

  @Test
  void segmentsTileTheEpisodesAndLabelsPreferLessRegret() {
    OfflineData data = data(Quality.NOISY, Quality.RANDOM);
    RegretLabels labels = RegretLabels.of(TASK, data, new Labels(20, 200, 1), 1);
    ExpertValue value = new ExpertValue(TASK);
    for (SegmentPair pair : labels.exact()) {
      assertThat(pair.first().from() % 20).isZero();
      assertThat(pair.first()).isNotEqualTo(pair.second());
      double difference =
          RegretLabels.regret(value, data, pair.first())
              - RegretLabels.regret(value, data, pair.second());
      assertThat(pair.label()).isEqualTo(difference > 0 ? 1 : difference < 0 ? 0 : 0.5);
    }
    assertThat(labels.agreement()).isBetween(0.75, 0.999);
    assertThat(RegretLabels.of(TASK, data, new Labels(20, 200, 1), 1)).isEqualTo(labels);
    assertThat(RegretLabels.of(TASK, data, new Labels(20, 200, 1e-6), 1).agreement())
        .isGreaterThan(0.98);
  }
}
