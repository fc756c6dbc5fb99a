package org.strop.reward.knox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.strop.reward.regret.FullBatchAdam;
import org.strop.reward.world.Policies;
import org.strop.reward.world.ScaledReturn;

/** Figures of METHODS 2 on the published files. */
@Tag("slow")
class KnoxIT {
  private static final Path DATA =
      Path.of(System.getProperty("strop.data", "absent"), "knox-delivery");

  @BeforeEach
  void data() {
    assumeTrue(Files.exists(DATA), "no data folder here: " + DATA);
  }

  @Test
  void valuesAndReturnsOfTheTaskAreThePublishedOnes() {
    DeliveryTask task = DeliveryTask.read(DATA);
    assertThat(task.weights()).containsExactly(-1, 50, -50, 1, -1, -2);
    int[] starts = task.world().starts();
    double[] v = new SegmentStatistics(task).values();
    assertThat(starts).hasSize(92);
    assertThat(v[task.board().state(0, 0)]).isEqualTo(34);
    assertThat(v[task.board().state(8, 8)]).isEqualTo(50);
    assertThat(v[task.board().state(4, 4)]).isEqualTo(41);
    assertThat(Arrays.stream(starts).mapToDouble(s -> v[s]).average().orElse(0))
        .isCloseTo(41.5326, within(5e-5));
    ScaledReturn scaled = new ScaledReturn(task.world(), task.weights(), 0.999);
    assertThat(scaled.optimal()).isCloseTo(41.2079, within(5e-5));
    assertThat(scaled.meanReturn(Policies.uniform(task.world()))).isCloseTo(-71.2574, within(5e-5));
  }

  @Test
  void crossEntropiesAreThePublishedOnesAndOursIsBelow() {
    KnoxConfig config =
        new KnoxConfig(
            1,
            10,
            5,
            List.of(0.3),
            List.of(0.0),
            1,
            0.999,
            0.001,
            69,
            new FullBatchAdam(2, 1500),
            new FullBatchAdam(0.5, 1500));
    KnoxResult result = KnoxExperiment.run(config, DATA, Optional.empty(), done -> {});
    assertThat(result.rowsReproduced()).isEqualTo(1793);
    figure(result.model("partial return"), 0.6195, 0.6202);
    figure(result.model("regret"), 0.5727, 0.5730);
    figure(result.model("three weights"), 0.5470, 0.5486);
    assertThat(result.model("partial return").coefficients()[0]).isCloseTo(0.0586, within(1e-3));
    assertThat(result.model("regret").coefficients()[0]).isCloseTo(0.2420, within(1e-3));
    assertThat(result.model("best").crossValidated()).isLessThan(0.54);
    assertThat(result.model("regret").minus(result.model("best")).exceeds(2)).isTrue();
    assertThat(result.scaledReturnRegret()).allSatisfy(r -> assertThat(r).isGreaterThan(0.99));
  }

  private static void figure(ModelRow row, double fitted, double heldOut) {
    assertThat(row.crossEntropy()).isCloseTo(fitted, within(1e-3));
    assertThat(row.crossValidated()).isCloseTo(heldOut, within(3e-3));
  }
}
