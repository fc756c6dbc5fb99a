package org.strop.reward.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strop.reward.likelihood.BradleyTerry;

class CrossCalibrationTest {
  private static final int N = 2000;
  private final double[] predictions = new double[N];
  private final double[] labels = new double[N];
  private final int[] fold = IntStream.range(0, N).map(i -> i % 5).toArray();
  private final int[] groups = IntStream.range(0, N).toArray();

  private void draw(double sureness) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < N; i++) {
      double logit = 2 * random.nextGaussian();
      labels[i] = random.nextDouble() < BradleyTerry.sigmoid(logit) ? 1 : 0;
      predictions[i] = BradleyTerry.sigmoid(sureness * logit);
    }
  }

  @Test
  void mendsWhatIsTooSureAndTooCareful() {
    for (double sureness : new double[] {3, 0.3}) {
      draw(sureness);
      CrossCalibration found =
          CrossCalibration.of(predictions, labels, fold, groups, 10, 1).orElseThrow();
      assertThat(found.temperature()).isCloseTo(sureness, within(0.15 * sureness));
      assertThat(found.before().expectedError()).isGreaterThan(0.08);
      assertThat(found.after().expectedError()).isLessThan(0.035);
      assertThat(found.after().logLoss()).isLessThan(found.before().logLoss());
      assertThat(found.beforeInterval().contains(found.before().expectedError())).isTrue();
      assertThat(found.perfect()).isBetween(0.005, 0.03);
    }
  }

  @Test
  void aLabelNeverMovesItsOwnFoldsTemperature() {
    draw(3);
    double[] before = CrossCalibration.temperatures(predictions, labels, fold);
    double[] turned = labels.clone();
    for (int i = 0; i < N; i++) {
      turned[i] = fold[i] == 0 ? 1 - labels[i] : labels[i];
    }
    double[] after = CrossCalibration.temperatures(predictions, turned, fold);
    for (int i = 0; i < N; i++) {
      if (fold[i] == 0) {
        assertThat(after[i]).isEqualTo(before[i]);
      } else {
        assertThat(after[i]).isGreaterThan(before[i]);
      }
    }
  }

  @Test
  void perfectlySeparatedLabelsKeepAFiniteTemperature() {
    double[] p = {0.9, 0.2, 0.8, 0.1};
    double[] y = {1, 0, 1, 0};
    double t = TemperatureScaling.fit(p, y).temperature();
    assertThat(t).isBetween(0.05, 1.0);
    assertThat(TemperatureScaling.fit(new double[] {0, 1}, new double[] {0, 1}).of(1))
        .isLessThan(1.1);
  }

  @Test
  void tiesAloneGiveNothing() {
    double[] ties = new double[N];
    Arrays.fill(ties, 0.5);
    draw(1);
    assertThat(CrossCalibration.of(predictions, ties, fold, groups, 10, 1)).isEmpty();
  }
}
