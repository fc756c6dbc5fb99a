package org.strop.reward.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PreferenceModelLawsTest {
  private static final double F64 = 1e-12;
  private static final Level LEARNED = new Level.Learned(0, 1);
  private static final ChoiceConfig FULL =
      new ChoiceConfig(
          new ChoiceConfig.Ties.Davidson(LEARNED),
          LEARNED,
          LEARNED,
          new Rate.Learned(0.05, 20),
          new Rate.Learned(0.05, 20));

  private final SplittableRandom random = new SplittableRandom(1);

  private double[] draw(int n, double scale) {
    return random.doubles(n, -scale, scale).toArray();
  }

  @Test
  void theAnswersOfAPairSumToOne() {
    ChoiceModel model = new ChoiceModel(FULL);
    for (int trial = 0; trial < 200; trial++) {
      double[] p = model.probabilities(draw(2, 30), draw(5, 4));
      assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(F64));
    }
  }

  @Test
  void theScoresOfASegmentSumToOne() {
    ScoreModel model = new ScoreModel(ScoreConfig.ZERO_TO_NINE);
    for (int trial = 0; trial < 100; trial++) {
      double[] u = draw(1, 8);
      double[] theta = draw(10, 1.5);
      double sum = 0;
      for (int score = 0; score <= 9; score++) {
        sum += Math.exp(model.logLikelihood(new Answer.Score(score), u, theta));
      }
      assertThat(sum).isCloseTo(1, within(F64));
    }
  }

  @Test
  void theOrdersOfThreeWithTiesSumToOne() {
    RankingModel model = new RankingModel(new RankingConfig(3, LEARNED, LEARNED));
    List<List<List<Integer>>> orders =
        List.of(
            List.of(List.of(0), List.of(1), List.of(2)),
            List.of(List.of(0), List.of(2), List.of(1)),
            List.of(List.of(1), List.of(0), List.of(2)),
            List.of(List.of(1), List.of(2), List.of(0)),
            List.of(List.of(2), List.of(0), List.of(1)),
            List.of(List.of(2), List.of(1), List.of(0)),
            List.of(List.of(0), List.of(1, 2)),
            List.of(List.of(1), List.of(0, 2)),
            List.of(List.of(2), List.of(0, 1)),
            List.of(List.of(0, 1), List.of(2)),
            List.of(List.of(0, 2), List.of(1)),
            List.of(List.of(1, 2), List.of(0)),
            List.of(List.of(0, 1, 2)));
    for (int trial = 0; trial < 50; trial++) {
      double[] u = draw(3, 5);
      double[] theta = draw(3, 1);
      double sum =
          orders.stream()
              .mapToDouble(o -> Math.exp(model.logLikelihood(new Answer.Ranking(o, 3), u, theta)))
              .sum();
      assertThat(sum).isCloseTo(1, within(F64));
    }
  }

  @Test
  void swappingPairAndBiasAndLabelChangesNothing() {
    ChoiceModel model = new ChoiceModel(FULL);
    for (double label : new double[] {0, 0.25, 0.5, 1}) {
      double[] theta = {0.2, 0.7, -1, -2, -3};
      double[] mirrored = {0.2, -0.7, -1, -2, -3};
      double here = model.logLikelihood(new Answer.Choice(label), new double[] {1, 3}, theta);
      double there =
          model.logLikelihood(new Answer.Choice(1 - label), new double[] {3, 1}, mirrored);
      assertThat(there).isCloseTo(here, within(F64));
    }
  }

  @Test
  void aConstantAddedToAllUtilitiesChangesNoChoiceAndNoOrder() {
    RankingModel order = new RankingModel(new RankingConfig(2, LEARNED, LEARNED));
    Answer.Ranking answer = Answer.Ranking.of(2, 0, 1);
    double[] theta = {0.1, -1};
    assertThat(order.logLikelihood(answer, new double[] {9, 8.5, 10}, theta))
        .isCloseTo(order.logLikelihood(answer, new double[] {1, 0.5, 2}, theta), within(F64));
    ChoiceModel choice = new ChoiceModel(FULL);
    double[] full = {0, 0.5, -1, -2, -3};
    assertThat(choice.logLikelihood(new Answer.Choice(1), new double[] {8, 8.5}, full))
        .isEqualTo(choice.logLikelihood(new Answer.Choice(1), new double[] {0, 0.5}, full));
  }

  @Test
  void aListOfTwoIsAPairWithDavidsonsTies() {
    RankingModel list = new RankingModel(new RankingConfig(2, LEARNED, LEARNED));
    ChoiceModel pair =
        new ChoiceModel(
            ChoiceConfig.BRADLEY_TERRY.withTies(new ChoiceConfig.Ties.Davidson(LEARNED)));
    double[] u = {0.3, 1.9};
    double[] list2 = {0, -0.6};
    double[] pair2 = {-0.6};
    assertThat(list.logLikelihood(Answer.Ranking.of(1, 0), u, list2))
        .isCloseTo(pair.logLikelihood(new Answer.Choice(1), u, pair2), within(F64));
    assertThat(list.logLikelihood(new Answer.Ranking(List.of(List.of(0, 1)), 2), u, list2))
        .isCloseTo(pair.logLikelihood(new Answer.Choice(0.5), u, pair2), within(F64));
  }

  @Test
  void givenThatAnAnswerIsDecisiveTiesDoNotMatter() {
    ChoiceModel ties =
        new ChoiceModel(
            ChoiceConfig.BRADLEY_TERRY.withTies(
                new ChoiceConfig.Ties.Davidson(new Level.Fixed(0.4))));
    double[] p = ties.probabilities(new double[] {0, 1.3}, new double[0]);
    assertThat(p[2] / (p[0] + p[2])).isCloseTo(BradleyTerry.sigmoid(1.3), within(F64));
  }

  @Test
  void plainChoicesAreBradleyTerry() {
    ChoiceModel model = new ChoiceModel(ChoiceConfig.BRADLEY_TERRY);
    for (double z : new double[] {0, 2, -35, 1e6, -1e6, 1e300}) {
      for (double label : new double[] {0, 0.5, 1}) {
        double[] dU = new double[2];
        double value =
            model.logLikelihood(
                new Answer.Choice(label), new double[] {0, z}, new double[0], dU, new double[0]);
        double cost = BradleyTerry.cost(z, label);
        assertThat(-value).isCloseTo(cost, within(F64 * Math.max(1e-300, cost)));
        double slope = BradleyTerry.gradient(z, label);
        assertThat(-dU[1]).isCloseTo(slope, within(F64 * Math.abs(slope) + 1e-320));
      }
    }
  }

  @Test
  void logitsOfAnySizeStayFinite() {
    List<PreferenceModel> models =
        List.of(
            new ChoiceModel(FULL),
            new ScoreModel(ScoreConfig.ZERO_TO_NINE),
            new RankingModel(new RankingConfig(3, LEARNED, LEARNED)));
    List<Answer> answers =
        List.of(
            new Answer.Choice(0),
            new Answer.Choice(0.5),
            new Answer.Choice(1),
            new Answer.Score(0),
            new Answer.Score(4),
            new Answer.Score(9),
            Answer.Ranking.of(0, 2, 1, 3),
            new Answer.Ranking(List.of(List.of(0, 1, 2)), 4));
    for (double size : new double[] {1e3, 1e6, 1e12, 1e200, 1e300}) {
      for (double far : new double[] {0, 500, -500}) {
        for (Answer answer : answers) {
          for (PreferenceModel model : models) {
            if (model.accepts(answer)) {
              finite(model, answer, size, far);
            }
          }
        }
      }
    }
  }

  private void finite(PreferenceModel model, Answer answer, double size, double far) {
    double[] u = draw(answer.segments(), size);
    double[] theta = new double[model.parameters().size()];
    java.util.Arrays.fill(theta, far);
    double[] dU = new double[u.length];
    double[] dTheta = new double[theta.length];
    String what = model.getClass().getSimpleName() + answer + size + " " + far;
    assertThat(model.logLikelihood(answer, u, theta, dU, dTheta)).as(what).isFinite();
    model.logPrior(theta, dTheta);
    assertThat(dU).as(what).doesNotContain(Double.NaN);
    assertThat(dTheta).as(what).doesNotContain(Double.NaN);
    for (double d : dTheta) {
      assertThat(d).as(what).isFinite();
    }
  }

  @Test
  void priorsHaveTheirGradient() {
    OperatorModel model =
        new OperatorModel(List.of(new ChoiceModel(FULL), new ScoreModel(ScoreConfig.ZERO_TO_NINE)));
    double[] theta = draw(model.parameters().size(), 2);
    double[] gradient = new double[theta.length];
    model.logPrior(theta, gradient);
    for (int i = 0; i < theta.length; i++) {
      double h = 1e-5;
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[i] += h;
      down[i] -= h;
      double[] none = new double[theta.length];
      double slope = (model.logPrior(up, none) - model.logPrior(down, none)) / (2 * h);
      assertThat(gradient[i]).isCloseTo(slope, within(1e-7));
    }
    double[] atStart = new double[theta.length];
    model.logPrior(model.initial(), atStart);
    for (double g : atStart) {
      assertThat(g).isCloseTo(0, within(F64));
    }
  }

  @Test
  void naNAndWrongKindsAreRefused() {
    ChoiceModel model = new ChoiceModel(ChoiceConfig.BRADLEY_TERRY);
    double[] none = new double[0];
    assertThatThrownBy(
            () -> model.logLikelihood(new Answer.Choice(1), new double[] {0, Double.NaN}, none))
        .hasMessageContaining("utilities[1] is NaN");
    assertThatThrownBy(() -> model.logLikelihood(new Answer.Score(1), new double[1], none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Answer.Choice(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void returnsOfUnequalLength() {
    double[] two = {1, 1};
    double[] four = {1, 1, 1, 1};
    assertThat(SegmentReturn.sum(four, 1)).isEqualTo(2 * SegmentReturn.sum(two, 1));
    assertThat(SegmentReturn.mean(four, 0.9)).isCloseTo(1, within(F64));
    assertThat(SegmentReturn.sum(new double[] {1, 2, 4}, 0.5)).isEqualTo(3);
    // A step along an optimal path loses nothing: V(s₀) = r + V(s₁).
    assertThat(SegmentReturn.regret(-1, 34, 35, 1)).isZero();
    assertThat(SegmentReturn.regret(new double[] {3, 2}, new double[] {1, 2})).isEqualTo(2);
  }
}
