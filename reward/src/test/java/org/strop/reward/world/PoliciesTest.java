package org.strop.reward.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  private static final World WORLD = TestBoards.of("..c.", ".#X.", "..G.").world();
  private static final double GAMMA = 0.97;

  @Test
  void successorFeaturesTimesWeightsAreTheValuesOfTheOptimalPolicy() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 100; trial++) {
      double[] w = random.doubles(4, -1, 1).toArray();
      double[] v = Values.optimal(WORLD, WORLD.rewards(w), GAMMA);
      double[] psi =
          Policies.successorFeatures(
              WORLD, Policies.optimal(WORLD, WORLD.rewards(w), GAMMA), GAMMA);
      for (int s = 0; s < v.length; s++) {
        double value = 0;
        for (int k = 0; k < 4; k++) {
          value += w[k] * psi[4 * s + k];
        }
        assertThat(value).isCloseTo(v[s], within(1e-7));
      }
    }
  }

  @Test
  void theRandomPolicySatisfiesItsOwnBellmanEquation() {
    double[] policy = Policies.uniform(WORLD);
    double[] psi = Policies.successorFeatures(WORLD, policy, GAMMA);
    for (int s : WORLD.starts()) {
      for (int k = 0; k < 4; k++) {
        double expected = 0;
        for (int a = 0; a < 4; a++) {
          expected += 0.25 * (WORLD.feature(s, a, k) + GAMMA * psi[4 * WORLD.next(s, a) + k]);
        }
        assertThat(psi[4 * s + k]).isCloseTo(expected, within(1e-10));
      }
    }
  }

  @Test
  void tiedActionsShareEvenly() {
    double[] q = new double[WORLD.states() * 4];
    q[1] = 1;
    q[3] = 1 + 1e-12;
    assertThat(Policies.greedy(WORLD, q)).startsWith(0, 0.5, 0, 0.5, 0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void bestOfManyPoliciesIsNeverAboveTheOptimum() {
    SplittableRandom random = new SplittableRandom(7);
    SuccessorFeatures many = SuccessorFeatures.ofRandomRewards(WORLD, 20, GAMMA, random);
    for (int trial = 0; trial < 50; trial++) {
      double[] w = random.doubles(4, -1, 1).toArray();
      double[] v = Values.optimal(WORLD, WORLD.rewards(w), GAMMA);
      for (int s : WORLD.starts()) {
        assertThat(many.bestValue(s, w)).isLessThanOrEqualTo(v[s] + 1e-8);
      }
    }
  }

  @Test
  void scaledReturnIsOneForTheTruthAtAnyScaleAndBelowZeroForItsOpposite() {
    ScaledReturn scaled = new ScaledReturn(WORLD, TestBoards.WEIGHTS, GAMMA);
    assertThat(scaled.ofWeights(new double[] {-0.1, 1, -2, 0.1})).isCloseTo(1, within(1e-9));
    assertThat(scaled.ofPolicy(Policies.uniform(WORLD))).isZero();
    assertThat(scaled.ofWeights(new double[] {1, -10, 20, -1})).isNegative();
  }
}
