package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.reward.calibrate.CrossCalibration;
import org.strop.reward.label.LabelSource;

/** Temperatures in the trainer's report. */
@ResourceLock("autograd")
class ReportCalibrationTest {
  private static final Attempts ATTEMPTS = new Attempts(40, 40, 7);

  @Test
  void aCarefulRewardIsMendedByTheTemperatureOfOtherFolds() {
    // the gain starts at 1 and learns slowly: probabilities near a half, although the sides are
    // right
    RewardConfig config =
        TestConfigs.pairsOnly("ensemble.pair_gain=1.0", "fit.optimizer.weight_decay=1.0");
    RewardFit fit = fit(config, ATTEMPTS.choices(80));
    ChoiceQuality pairs = fit.report().pairs().orElseThrow();
    CrossCalibration found = fit.report().calibration().orElseThrow();
    assertThat(found.n()).isEqualTo(pairs.n());
    assertThat(found.before().expectedError()).isCloseTo(pairs.ece(), within(1e-12));
    assertThat(found.temperature()).isLessThan(0.5);
    assertThat(found.after().expectedError()).isLessThan(found.before().expectedError());
    assertThat(found.after().logLoss()).isLessThan(found.before().logLoss());
    assertThat(fit.report().toMap().keySet()).contains("calibration");
    assertThat(found.toMap().keySet())
        .contains("ece", "ece_ci", "ece_calibrated", "ece_calibrated_ci", "ece_if_perfect");
  }

  @Test
  void tiesAloneHaveNoCalibration() {
    List<PreferenceLabel> ties = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ties.add(ATTEMPTS.choice(i, i, i + 20, Choice.SAME));
    }
    RewardFit fit = fit(TestConfigs.pairsOnly("fit.steps=30"), ties);
    assertThat(fit.report().calibration()).isEmpty();
    assertThat(fit.report().toMap()).containsEntry("calibration", null);
  }

  @Test
  void aPairAskedAgainIsOfOneFoldAndOneGroup() {
    List<PreferenceLabel> labels = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      labels.add(ATTEMPTS.choice(2 * i, i, i + 20, Choice.FIRST));
      labels.add(ATTEMPTS.choice(2 * i + 1, i + 20, i, Choice.FIRST));
    }
    RewardConfig config = TestConfigs.pairsOnly();
    LabeledEpisodes episodes =
        new LabeledEpisodes(ATTEMPTS.trajectories(), LabelSource.of(labels, List.of()), config);
    TrainingSet set = episodes.trainingSet();
    Roles roles = episodes.roles(set, RewardFitSpec.of(config));
    int members = config.ensemble().members();
    float[][] values = new float[members][set.rows().length / set.width()];
    Evaluated evaluated =
        new Evaluated(
            values,
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty());
    Predictions flat =
        new Predictions(
            set,
            PairReturn.MEAN,
            evaluated,
            new LabelReading.Plain(new float[members]),
            java.util.Optional.empty());
    HeldOut held = HeldOut.of(Part.PAIRS, set, roles, flat);
    assertThat(held.labels()).hasSize(40);
    for (int i = 0; i < 40; i += 2) {
      assertThat(held.groups()[i]).isEqualTo(held.groups()[i + 1]);
      assertThat(held.folds()[i]).isEqualTo(held.folds()[i + 1]);
      assertThat(roles.of(Part.PAIRS, held.folds()[i], i)).isEqualTo(Role.HOLD_OUT);
    }
    assertThat(java.util.Arrays.stream(held.groups()).distinct()).hasSize(20);
    assertThat(java.util.Arrays.stream(held.folds()).distinct()).hasSize(members);
  }

  private static RewardFit fit(RewardConfig config, List<PreferenceLabel> labels) {
    RewardFit fit =
        RewardTrainer.train(
            config, ATTEMPTS.trajectories(), LabelSource.of(labels, List.of()), FitListener.NONE);
    fit.model().close();
    return fit;
  }
}
