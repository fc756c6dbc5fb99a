package org.strop.reward.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;
import org.strop.reward.likelihood.Answer;
import org.strop.reward.likelihood.BradleyTerry;
import org.strop.reward.likelihood.ChoiceConfig;
import org.strop.reward.likelihood.Level;
import org.strop.reward.likelihood.RankingConfig;
import org.strop.reward.likelihood.Rate;

class JointFitTest {
  private static final ChoiceConfig HABITS =
      ChoiceConfig.BRADLEY_TERRY
          .withTies(new ChoiceConfig.Ties.Davidson(new Level.Learned(-1, 1.5)))
          .withSideBias(new Level.Learned(0, 1))
          .withLapseRate(new Rate.Learned(0.05, 20));
  private static final JointFitConfig FULL =
      JointFitConfig.PLAIN
          .withChoices(HABITS)
          .withRankings(new RankingConfig(2, new Level.Learned(-1, 1.5), new Level.Learned(0, 1)));

  private static Observation pair(String operator, double first, double second, double label) {
    return new Observation(
        operator, new double[][] {{first}, {second}}, new Answer.Choice(label), 1);
  }

  private static List<Observation> choices(double weight, double bias, int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double first = random.nextDouble(-3, 3);
      double second = random.nextDouble(-3, 3);
      double p = BradleyTerry.sigmoid(weight * (second - first) + bias);
      all.add(pair("a", first, second, random.nextDouble() < p ? 1 : 0));
    }
    return all;
  }

  @Test
  void findsWeightAndSideBiasOfManyChoices() {
    JointFit fit = JointFit.of(FULL, choices(0.8, 0.5, 4000, 1));
    assertThat(fit.gradientNorm()).isLessThan(1e-4);
    assertThat(fit.weights()[0]).isCloseTo(0.8, within(0.1));
    assertThat(fit.operator("a").get("side_bias")).isCloseTo(0.5, within(0.12));
    assertThat(fit.operator("a").get("lapse_rate")).isLessThan(0.05);
  }

  @Test
  void findsALapseRate() {
    SplittableRandom random = new SplittableRandom(3);
    List<Observation> all = new ArrayList<>();
    for (Observation o : choices(3, 0, 4000, 2)) {
      boolean lapse = random.nextDouble() < 0.2;
      double label = random.nextInt(2);
      all.add(lapse ? new Observation("a", o.segments(), new Answer.Choice(label), 1) : o);
    }
    ChoiceConfig lapses = ChoiceConfig.BRADLEY_TERRY.withLapseRate(new Rate.Learned(0.05, 20));
    JointFit fit = JointFit.of(JointFitConfig.PLAIN.withChoices(lapses), all);
    assertThat(fit.operator("a").get("lapse_rate")).isCloseTo(0.2, within(0.04));
    assertThat(fit.weights()[0]).isCloseTo(3, within(0.5));
    double plain = JointFit.of(JointFitConfig.PLAIN, all).weights()[0];
    assertThat(plain).as("without lapses the weight is far too small").isLessThan(2);
  }

  @Test
  void choicesScoresAndOrdersOfTwoOperatorsShareOneWeight() {
    SplittableRandom random = new SplittableRandom(5);
    List<Observation> all = new ArrayList<>(choices(1, 0, 300, 4));
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble(-3, 3);
      double noisy = x + logistic(random);
      int score = (int) Math.max(0, Math.min(9, Math.round(4.5 + noisy)));
      all.add(new Observation("b", new double[][] {{x}}, new Answer.Score(score), 1));
      double[][] list = {{random.nextDouble(-3, 3)}, {random.nextDouble(-3, 3)}, {x}};
      all.add(new Observation("b", list, order(list, random), 1));
    }
    JointFit fit = JointFit.of(FULL, all);
    assertThat(fit.gradientNorm()).isLessThan(1e-4);
    assertThat(fit.weights()[0]).isCloseTo(1, within(0.25));
    assertThat(fit.operators()).containsExactly("a", "b");
    assertThat(fit.operator("b")).containsKeys("score_threshold_0", "score_threshold_8");
    assertThat(fit.operator("b").get("score_threshold_0"))
        .isLessThan(fit.operator("b").get("score_threshold_8"));
    assertThat(fit.operator("a")).doesNotContainKey("score_slope");
  }

  private static double logistic(SplittableRandom random) {
    double p = random.nextDouble(1e-9, 1);
    return Math.log(p / (1 - p));
  }

  private static Answer.Ranking order(double[][] list, SplittableRandom random) {
    // Gumbel noise: the order is a draw from Plackett-Luce.
    double[] noisy = new double[3];
    for (int i = 0; i < 3; i++) {
      noisy[i] = list[i][0] - Math.log(-Math.log(random.nextDouble(1e-12, 1)));
    }
    Integer[] order = {0, 1, 2};
    java.util.Arrays.sort(order, (a, b) -> Double.compare(noisy[b], noisy[a]));
    return Answer.Ranking.of(order[0], order[1], order[2]);
  }

  @Test
  void noOtherWeightHasALargerPosterior() {
    List<Observation> all = choices(0.8, 0.5, 200, 7);
    JointFit best = JointFit.of(FULL.withWeight(new Level.Learned(0, 1e6)), all);
    for (double off : new double[] {-0.2, -0.02, 0.02, 0.2}) {
      JointFitConfig shifted = FULL.withWeight(new Level.Fixed(best.weights()[0] + off));
      assertThat(JointFit.of(shifted, all).logPosterior()).isLessThan(best.logPosterior());
    }
  }

  @Test
  void degenerateLabelsGiveFiniteFits() {
    List<List<Observation>> cases =
        List.of(
            List.of(pair("a", 0, 1, 1)),
            List.of(pair("a", 0, 1, 0.5), pair("a", 2, 1, 0.5), pair("a", 3, 9, 0.5)),
            List.of(pair("a", 0, 1, 1), pair("a", 0, 1, 0)),
            List.of(pair("a", 2, 2, 1), pair("a", 2, 2, 0), pair("a", 2, 2, 1)),
            List.of(pair("a", 0, 1e6, 1), pair("a", -1e6, 0, 0)),
            List.of(pair("a", 0, 1e300, 1), pair("a", 1e300, 0, 1)),
            List.of(pair("a", 0, 1e-300, 1)));
    for (List<Observation> labels : cases) {
      for (JointFitConfig config : List.of(FULL, JointFitConfig.PLAIN)) {
        JointFit fit = JointFit.of(config, labels);
        assertThat(fit.weights()[0]).as(labels.toString()).isFinite();
        fit.operator("a").forEach((name, value) -> assertThat(value).as(name).isFinite());
        assertThat(fit.probability(labels.get(0))).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void contradictoryLabelsLeaveTheWeightAtNothing() {
    JointFit fit =
        JointFit.of(JointFitConfig.PLAIN, List.of(pair("a", 0, 1, 1), pair("a", 0, 1, 0)));
    assertThat(fit.weights()[0]).isCloseTo(0, within(1e-7));
  }

  @Test
  void theBiasTakesAnOperatorWhoAlwaysAnswersLeft() {
    SplittableRandom random = new SplittableRandom(8);
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(pair("left", random.nextDouble(), random.nextDouble(), 0));
    }
    JointFit fit = JointFit.of(FULL, all);
    assertThat(fit.operator("left").get("side_bias")).isBetween(-10.0, -1.5);
    double weight = fit.weights()[0];
    assertThat(Math.abs(weight)).as("says nothing about the feature").isLessThan(2);
    assertThat(fit.probability(pair("left", 0, 1, 1))).isLessThan(0.1);
  }

  @Test
  void perfectSeparationIsBoundedByThePrior() {
    List<Observation> all = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      all.add(pair("a", 0, i, 1));
      all.add(pair("a", 0, -i, 0));
    }
    double weight = JointFit.of(JointFitConfig.PLAIN, all).weights()[0];
    assertThat(weight).isBetween(0.1, 5.0);
  }

  @Test
  void swappingEveryPairAndLabelKeepsTheWeight() {
    List<Observation> all = choices(0.8, 0.5, 100, 9);
    List<Observation> swapped =
        all.stream()
            .map(
                o ->
                    pair(
                        "a",
                        o.segments()[1][0],
                        o.segments()[0][0],
                        1 - ((Answer.Choice) o.answer()).label()))
            .toList();
    JointFit here = JointFit.of(FULL, all);
    JointFit there = JointFit.of(FULL, swapped);
    assertThat(there.weights()[0]).isCloseTo(here.weights()[0], within(1e-6));
    assertThat(there.operator("a").get("side_bias"))
        .isCloseTo(-here.operator("a").getOrDefault("side_bias", Double.NaN), within(1e-6));
  }

  @Test
  void anotherUnitOfTheFeatureChangesNothingButTheWeight() {
    List<Observation> all = choices(0.8, 0, 100, 10);
    List<Observation> milli =
        all.stream()
            .map(
                o ->
                    pair(
                        "a",
                        1000 * o.segments()[0][0] + 7,
                        1000 * o.segments()[1][0] + 7,
                        ((Answer.Choice) o.answer()).label()))
            .toList();
    double weight = JointFit.of(FULL, all).weights()[0];
    assertThat(1000 * JointFit.of(FULL, milli).weights()[0]).isCloseTo(weight, within(1e-6));
  }

  @Test
  void aNewOperatorIsPredictedByTheSharedWeight() {
    JointFit fit = JointFit.of(FULL, choices(1, 0, 300, 11));
    assertThat(fit.probability(pair("new", 0, 3, 1))).isGreaterThan(0.8);
    assertThat(fit.logLikelihood(pair("new", 0, 3, 1))).isNegative();
  }

  @Test
  void naNAndNoLabelsHaveClearMessages() {
    assertThatThrownBy(() -> pair("anna", 0, Double.NaN, 1))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("Feature 0 of segment 1 is NaN")
        .hasMessageContaining("anna");
    assertThatThrownBy(() -> JointFit.of(FULL, List.of()))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("no label");
  }
}
