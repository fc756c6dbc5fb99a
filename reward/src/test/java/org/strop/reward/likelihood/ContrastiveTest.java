package org.strop.reward.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.policy.port.PairLoss.Cost;

class ContrastiveTest {
  /** The published vectors have nine digits behind the point. */
  private static final double VECTORS = 1e-9;

  /** Central differences with a step of 1e-5 on a curvature of at most 1/4. */
  private static final double DIFFERENCES = 1e-9;

  @ParameterizedTest
  @CsvSource({
    "1, -3, -2, 0.313261688, 1.313261688, 0.813261688",
    "0.75, -3, -2, 0.575939420, 1.701413278, 1.138676349",
    "0.5, -3, -2, 0.974076984, 2.126928011, 1.550502498",
    "0.5, -10, -1, 0.018149928, 9.500074849, 4.759112388",
    "0.5, 0.5, 1, 0.386871006, 0.693147181, 0.540009093"
  })
  void matchesTheLossVectors(
      double lambda, double s1, double s2, double second, double first, double tie) {
    Contrastive loss = new Contrastive(lambda);
    assertThat(loss.of(s1, s2, 1).value()).isCloseTo(second, within(VECTORS));
    assertThat(loss.of(s1, s2, 0).value()).isCloseTo(first, within(VECTORS));
    assertThat(loss.of(s1, s2, 0.5).value()).isCloseTo(tie, within(VECTORS));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.75, 1})
  void derivativesAreThoseOfTheValue(double lambda) {
    Contrastive loss = new Contrastive(lambda);
    double h = 1e-5;
    for (double s1 : new double[] {-7, -0.3, 0, 2.5}) {
      for (double s2 : new double[] {-4, 0, 0.1, 9}) {
        for (double y : new double[] {0, 0.2, 0.5, 1}) {
          Cost cost = loss.of(s1, s2, y);
          double by1 = (loss.of(s1 + h, s2, y).value() - loss.of(s1 - h, s2, y).value()) / (2 * h);
          double by2 = (loss.of(s1, s2 + h, y).value() - loss.of(s1, s2 - h, y).value()) / (2 * h);
          assertThat(cost.byFirst()).isCloseTo(by1, within(DIFFERENCES));
          assertThat(cost.bySecond()).isCloseTo(by2, within(DIFFERENCES));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7, 40, 1e6, 1e300})
  void staysFiniteAndSwapsWithThePairAtAnySize(double size) {
    Contrastive loss = new Contrastive(0.5);
    for (double y : new double[] {0, 0.25, 0.5, 1}) {
      Cost cost = loss.of(-size, size, y);
      Cost swapped = loss.of(size, -size, 1 - y);
      assertThat(cost.value()).isFinite().isNotNegative().isEqualTo(swapped.value());
      assertThat(cost.byFirst()).isBetween(-1.0, 1.0).isEqualTo(swapped.bySecond());
      assertThat(cost.bySecond()).isBetween(-1.0, 1.0).isEqualTo(swapped.byFirst());
    }
    assertThat(loss.of(-size, size, 1).value()).isLessThanOrEqualTo(Math.log(2));
  }

  @Test
  void withoutBiasItIsBradleyTerryOnTheDifference() {
    Cost cost = new Contrastive(1).of(-1.5, 0.5, 0.3);
    assertThat(cost.value()).isCloseTo(BradleyTerry.cost(2, 0.3), within(1e-15));
    assertThat(cost.bySecond()).isCloseTo(BradleyTerry.gradient(2, 0.3), within(1e-15));
    assertThat(cost.byFirst()).isCloseTo(-cost.bySecond(), within(1e-15));
  }

  @Test
  void aTieOfEqualScoresPullsNowhereWithoutBiasAndUpWithIt() {
    assertThat(new Contrastive(1).of(-2, -2, 0.5)).isEqualTo(new Cost(Math.log(2), 0, 0));
    Cost biased = new Contrastive(0.5).of(-2, -2, 0.5);
    assertThat(biased.byFirst()).isNegative().isEqualTo(biased.bySecond());
  }

  @Test
  void refusesWhatIsNotAScoreOrALabel() {
    Contrastive loss = new Contrastive(0.5);
    assertThatIllegalArgumentException().isThrownBy(() -> loss.of(Double.NaN, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> loss.of(0, 0, 1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Contrastive(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Contrastive(Double.NaN));
  }
}
