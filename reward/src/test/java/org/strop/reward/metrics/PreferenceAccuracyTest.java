package org.strop.reward.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PreferenceAccuracyTest {
  private static final double[] LABELS = {0, 1, 1, 0.5, 1};
  private static final PreferenceAccuracy SOME =
      PreferenceAccuracy.of(new double[] {0.1, 0.9, 0.4, 0.9, 0.5}, LABELS);

  @Test
  void tiesAreLeftOutOrCountHalf() {
    assertThat(SOME.decisive()).isEqualTo(new Proportion(2.5, 4));
    assertThat(SOME.tiesHalf()).isEqualTo(new Proportion(3, 5));
    assertThat(SOME.ties()).isEqualTo(1);
    assertThat(SOME.majority()).isEqualTo(0.75);
  }

  @Test
  void swappingThePairsChangesNothing() {
    PreferenceAccuracy swapped =
        PreferenceAccuracy.of(
            new double[] {0.9, 0.1, 0.6, 0.1, 0.5}, new double[] {1, 0, 0, 0.5, 0});
    assertThat(swapped.decisive()).isEqualTo(SOME.decisive());
    assertThat(swapped.majority()).isEqualTo(SOME.majority());
  }

  @Test
  void onlyTiesHaveNoDecisiveAccuracy() {
    PreferenceAccuracy ties = PreferenceAccuracy.of(new double[] {0.2}, new double[] {0.5});
    assertThatThrownBy(ties::decisive).isInstanceOf(IllegalStateException.class);
    assertThat(ties.tiesHalf().value()).isEqualTo(0.5);
  }

  @Test
  void nanIsRefused() {
    assertThatThrownBy(() -> PreferenceAccuracy.of(new double[] {Double.NaN}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void certainPredictionsFallIntoTheLastBinAndCostFiniteLoss() {
    Calibration calibration = Calibration.of(new double[] {1, 0}, new double[] {0, 0}, 10);
    assertThat(calibration.bins()).hasSize(2);
    assertThat(calibration.expectedError()).isCloseTo(0.5, within(1e-12));
    assertThat(calibration.logLoss()).isBetween(10.0, 20.0);
  }

  @Test
  void aConstantSideHasNoRankCorrelation() {
    assertThat(KendallTau.tauB(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    assertThat(KendallTau.tauB(new double[] {-0.0, 1}, new double[] {0.0, 1})).isEqualTo(1);
  }

  @Test
  void oneDifferenceNeverExceedsItsError() {
    assertThat(PairedDifference.of(new double[] {9}, new double[] {1}).exceeds(2)).isFalse();
  }
}
