package org.strop.policy.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RewardWeightsTest {
  @Test
  void weightsAreExponentialAndOfMeanOne() {
    float[] w = RewardWeights.of(new double[] {0, Math.log(2), Math.log(5)}, 1);
    assertThat(w).containsExactly(new float[] {3 / 8f, 6 / 8f, 15 / 8f}, within(1e-6f));
  }

  @Test
  void betaZeroGivesExactlyOne() {
    assertThat(RewardWeights.of(new double[] {0.1, 0.9, 0.5}, 0)).containsOnly(1);
  }

  @Test
  void addingAConstantToAllRewardsChangesNothing() {
    float[] a = RewardWeights.of(new double[] {0.1, 0.9, 0.5}, 7);
    float[] b = RewardWeights.of(new double[] {100.1, 100.9, 100.5}, 7);
    assertThat(a).containsExactly(b, within(1e-5f));
  }

  @Test
  void theEffectiveSizeCountsWhatMatters() {
    assertThat(RewardWeights.effectiveSize(new float[] {1, 1, 1, 1})).isEqualTo(4);
    assertThat(RewardWeights.effectiveSize(new float[] {4, 0, 0, 0})).isEqualTo(1);
  }
}
