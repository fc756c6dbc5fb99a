package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.StropException;
import org.strop.reward.composite.Contributions;
import org.strop.reward.label.LabelSource;
import org.strop.reward.metrics.KendallTau;

@ResourceLock("autograd")
class CompositeRewardTest {
  private static final int EPISODES = 40;
  private static final Attempts ATTEMPTS = new Attempts(EPISODES, 40, 7);

  @TempDir private Path folder;

  @Test
  void fitsAllLabelsAndReloadsTheSame() throws IOException {
    LabelSource labels = LabelSource.of(ATTEMPTS.choices(40), ATTEMPTS.scores());
    RewardConfig config = TestConfigs.composite();
    RewardFit fit =
        RewardTrainer.train(config, ATTEMPTS.trajectories(), labels, folder, FitListener.NONE);
    try (RewardModel model = fit.model();
        RewardModel loaded = RewardModel.load(folder)) {
      assertThat(fit.report().scores().orElseThrow().kendallTau()).isGreaterThan(0.5);
      assertThat(fit.report().pairs().orElseThrow().ci().low()).isGreaterThan(0.6);
      Trajectory attempt = ATTEMPTS.trajectories().get(3);
      assertThat(loaded.score(attempt).mean()).isEqualTo(model.score(attempt).mean());
      assertThat(loaded.contributions(attempt).preSquash())
          .isEqualTo(model.contributions(attempt).preSquash());
      assertThat(loaded.config()).isEqualTo(config);
      assertThat(Files.readString(folder.resolve("reward.json")))
          .contains("\"composite\"")
          .doesNotContain("NaN");
    }
  }

  @Test
  void contributionsSumToAPreSquashThatIsCentredAndScaled() {
    try (RewardModel model = fit(TestConfigs.composite(), labels(20)).model()) {
      double sum = 0;
      int n = 0;
      for (Trajectory attempt : ATTEMPTS.trajectories()) {
        Contributions c = model.contributions(attempt);
        assertThat(c.parts().keySet())
            .containsExactlyElementsOf(
                RewardModel.partNames(model.config().composite().orElseThrow()));
        for (int t = 0; t < attempt.length(); t++) {
          int step = t;
          double parts = c.parts().values().stream().mapToDouble(p -> p[step]).sum();
          assertThat(parts).isCloseTo(c.preSquash()[t], within(1e-4));
          sum += c.preSquash()[t];
          n++;
        }
      }
      assertThat(sum / n).isCloseTo(0, within(1e-3)); // every member's mean is 0
      for (int m = 0; m < model.config().ensemble().members(); m++) {
        assertThat(spread(model, m)).isCloseTo(1, within(1e-3));
      }
    }
  }

  /** Returns the deviation of a member's logit over the training data. */
  private static double spread(RewardModel model, int member) {
    List<Double> logits = new ArrayList<>();
    for (Trajectory attempt : ATTEMPTS.trajectories()) {
      for (float r : model.memberRewards(attempt)[member]) {
        logits.add(Math.log(r) - Math.log1p(-r));
      }
    }
    double mean = logits.stream().mapToDouble(z -> z).average().orElseThrow();
    return Math.sqrt(
        logits.stream().mapToDouble(z -> (z - mean) * (z - mean)).average().orElseThrow());
  }

  @Test
  void theResidualVanishesAsItsPenaltyGrows() {
    double before = Double.POSITIVE_INFINITY;
    for (String penalty : List.of("0.0", "1.0", "30.0", "10000.0")) {
      RewardConfig config = TestConfigs.composite("composite.residual_penalty=" + penalty);
      RewardFit fit = fit(config, labels(30));
      double residual = 0;
      try (RewardModel model = fit.model()) {
        for (Trajectory attempt : ATTEMPTS.trajectories()) {
          float[] part = of(model.contributions(attempt).parts(), Contributions.RESIDUAL);
          for (float r : part) {
            residual += r * r / (double) part.length / EPISODES;
          }
        }
      }
      assertThat(Math.sqrt(residual)).as("penalty %s", penalty).isLessThan(before);
      before = Math.sqrt(residual);
    }
    assertThat(before).isLessThan(0.02);
  }

  @Test
  void everyMetricsCurveRisesTowardTheDeclaredSide() {
    RewardFit fit = fit(TestConfigs.composite(), labels(30));
    fit.model().close();
    CompositeReport report = fit.report().composite().orElseThrow();
    fit.model()
        .config()
        .composite()
        .orElseThrow()
        .metrics()
        .forEach(
            metric -> {
              var curve = of(report.curves(), metric.name());
              boolean up =
                  metric.direction() == org.strop.reward.composite.MetricConfig.Direction.UP;
              for (int i = 1; i < curve.size(); i++) {
                assertThat(curve.get(i).contribution())
                    .isGreaterThan(curve.get(i - 1).contribution());
                double step = curve.get(i).metric() - curve.get(i - 1).metric();
                assertThat(up ? step : -step).isNotNegative();
              }
            });
    assertThat(report.shares().values().stream().mapToDouble(s -> s).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void labelSideMetricsArePredictedWithoutTheirChannel() {
    RewardFit fit = fit(TestConfigs.composite(), labels(30));
    try (RewardModel model = fit.model()) {
      ValueQuality thick = of(fit.report().composite().orElseThrow().concepts(), "too_thick");
      assertThat(thick.kendallTau()).isGreaterThan(0.6); // thickness follows force
      assertThat(thick.meanAbsoluteError()).isLessThan(0.6 * thick.constantError());
      Trajectory attempt = ATTEMPTS.trajectories().get(0);
      Trajectory blind = Attempts.without(attempt, Channels.CUT);
      assertThat(model.score(blind).mean()).isEqualTo(model.score(attempt).mean());
    }
  }

  @Test
  void metricsThatNobodyMeasuredAreToldAsSuch() {
    List<Trajectory> blind =
        ATTEMPTS.trajectories().stream().map(t -> Attempts.without(t, Channels.CUT)).toList();
    assertThatThrownBy(
            () -> RewardTrainer.train(TestConfigs.composite(), blind, labels(5), FitListener.NONE))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("thickness_in_band")
        .hasMessageContaining("leave these metrics out");
  }

  @Test
  void whoeverAlwaysAnswersLeftIsSeenThrough() {
    List<PreferenceLabel> left = new ArrayList<>();
    for (PreferenceLabel label : ATTEMPTS.choices(60)) {
      left.add(
          new PreferenceLabel(
              label.labelId(), label.first(), label.second(), Choice.FIRST, label.provenance()));
    }
    RewardConfig config = TestConfigs.composite("weights.thickness=0.0", "weights.scores=0.0");
    RewardFit fit = fit(config, LabelSource.of(left, List.of()));
    fit.model().close();
    Map<String, Double> operator =
        fit.report().composite().orElseThrow().operators().values().iterator().next();
    assertThat(operator.get("side_bias")).isLessThan(-0.4);
  }

  @Test
  void eachOperatorHasThresholdsOfItsOwn() {
    LabelSource two = LabelSource.of(List.of(), ATTEMPTS.scoresOf(Map.of("mild", 2, "strict", -2)));
    RewardFit fit = fit(TestConfigs.composite("weights.pairs=0.0", "fit.steps=300"), two);
    fit.model().close();
    Map<String, Map<String, Double>> operators = fit.report().composite().orElseThrow().operators();
    assertThat(of(of(operators, "mild"), "score_threshold_5"))
        .isLessThan(of(of(operators, "strict"), "score_threshold_5") - 0.5);
    assertThat(fit.report().scores().orElseThrow().kendallTau()).isGreaterThan(0.5);
  }

  private static LabelSource labels(int choices) {
    return LabelSource.of(ATTEMPTS.choices(choices), ATTEMPTS.scores());
  }

  private static RewardFit fit(RewardConfig config, LabelSource labels) {
    return RewardTrainer.train(config, ATTEMPTS.trajectories(), labels, FitListener.NONE);
  }

  @Test
  void withoutMetricsAllIsResidual() {
    RewardConfig config =
        TestConfigs.composite("composite.metrics=[]", "composite.residual_penalty=0.0");
    RewardFit fit = fit(config, labels(40));
    try (RewardModel model = fit.model()) {
      assertThat(fit.report().composite().orElseThrow().shares())
          .containsOnlyKeys(Contributions.RESIDUAL);
      double[] returns = new double[EPISODES];
      double[] quality = new double[EPISODES];
      for (int e = 0; e < EPISODES; e++) {
        for (float z : model.contributions(ATTEMPTS.trajectories().get(e)).preSquash()) {
          returns[e] += z;
        }
        quality[e] = ATTEMPTS.quality(e);
      }
      assertThat(KendallTau.tauB(returns, quality)).isGreaterThan(0.6);
    }
  }

  private static <T> T of(Map<String, T> map, String key) {
    return java.util.Objects.requireNonNull(map.get(key), key);
  }
}
