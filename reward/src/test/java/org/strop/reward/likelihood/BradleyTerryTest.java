package org.strop.reward.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.reward.Golden;

class BradleyTerryTest {
  /** Double arithmetic against double arithmetic, relative. */
  private static final double F64 = 1e-12;

  @Test
  void costAndGradientMatchPyTorch() {
    for (JsonNode row : Golden.read("bradley_terry").get("cases")) {
      double logit = row.get("logit").asDouble();
      double label = row.get("label").asDouble();
      assertClose(BradleyTerry.cost(logit, label), row.get("cost").asDouble());
      assertClose(BradleyTerry.gradient(logit, label), row.get("gradient").asDouble());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 0.7, 40, 1e6, 1e300, Double.MAX_VALUE})
  void swappingThePairNegatesTheLogitAndKeepsTheCost(double logit) {
    for (double label : new double[] {0, 0.5, 0.3, 1}) {
      assertClose(BradleyTerry.cost(-logit, 1 - label), BradleyTerry.cost(logit, label));
      assertThat(BradleyTerry.cost(logit, label)).isFinite().isNotNegative();
      assertThat(BradleyTerry.gradient(logit, label)).isBetween(-1.0, 1.0);
    }
    BradleyTerry model = new BradleyTerry(2);
    assertThat(model.logit(logit, 1)).isEqualTo(-model.logit(1, logit));
  }

  @Test
  void smallCostsAreNotRoundedAway() {
    assertThat(BradleyTerry.cost(100, 1)).isCloseTo(Math.exp(-100), within(1e-58));
    assertThat(BradleyTerry.gradient(100, 1)).isCloseTo(-Math.exp(-100), within(1e-58));
  }

  @Test
  void aConstantAddedToBothReturnsChangesNothing() {
    BradleyTerry model = new BradleyTerry(0.5);
    assertThat(model.probability(3 + 8, 3.5 + 8)).isEqualTo(model.probability(3, 3.5));
  }

  @Test
  void aTieAtEqualReturnsCostsLogTwoAndPullsNowhere() {
    assertThat(BradleyTerry.cost(0, 0.5)).isCloseTo(Math.log(2), within(1e-15));
    assertThat(BradleyTerry.gradient(0, 0.5)).isZero();
  }

  private static void assertClose(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(F64 * Math.max(Math.abs(expected), 1e-300)));
  }
}
