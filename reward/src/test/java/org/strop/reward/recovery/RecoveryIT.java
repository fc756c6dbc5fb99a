package org.strop.reward.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.strop.reward.regret.FullBatchAdam;

/** Worlds of a seed that is neither tuned on nor reported. */
@Tag("slow")
class RecoveryIT {
  private static RecoveryResult run(int worlds) {
    return RecoveryExperiment.run(
        new WorldsConfig(
            7,
            worlds,
            List.of(300),
            3,
            0.999,
            0.001,
            60,
            8,
            0.4,
            new FullBatchAdam(2, 200),
            new FullBatchAdam(0.5, 1000),
            10000,
            0.1,
            new FullBatchAdam(0.5, 300)),
        done -> {});
  }

  private static double ends(RecoveryResult result, AdvantageRow.Use use) {
    return result.advantages().stream()
        .filter(row -> row.use() == use)
        .findFirst()
        .orElseThrow()
        .meanEnding();
  }

  @Test
  void regretIsRecoveredUnderRegretAndTerminationNeedsAbsorbingTransitions() {
    RecoveryResult result = run(12);
    RecoveryRow noiseless = result.rows().get(0);
    assertThat(noiseless.labelModel()).isEqualTo(LabelModel.REGRET);
    assertThat(noiseless.nearOptimalRegret().value()).isGreaterThanOrEqualTo(0.75);
    assertThat(noiseless.regretOnly()).isGreaterThan(noiseless.partialReturnOnly());
    assertThat(ends(result, AdvantageRow.Use.REWARD))
        .isGreaterThan(ends(result, AdvantageRow.Use.REWARD_WITHOUT_ABSORBING) + 0.3);
    assertThat(ends(result, AdvantageRow.Use.GREEDY)).isGreaterThan(0.6);
  }

  @Test
  void theSameSeedGivesTheSameResult() {
    assertThat(run(2).toMap()).isEqualTo(run(2).toMap());
  }
}
