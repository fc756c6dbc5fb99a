package org.strop.reward.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.strop.reward.world.ScaledReturn;
import org.strop.reward.world.SuccessorFeatures;
import org.strop.reward.world.TestBoards;
import org.strop.reward.world.Values;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

class ObjectivesTest {
  private static final double GAMMA = 0.99;
  private static final World WORLD =
      TestBoards.of("..c...", ".#X.c.", "..G...", ".#..X.", "c.....").world();
  private static final SuccessorFeatures FEATURES =
      SuccessorFeatures.ofRandomRewards(WORLD, 30, GAMMA, new SplittableRandom(1));

  private final SplittableRandom random = new SplittableRandom(17);
  private final List<WorldSegment> first = new ArrayList<>();
  private final List<WorldSegment> second = new ArrayList<>();
  private double[] labels = {};

  /** Labels of 300 pairs by the true regret, without noise. */
  @BeforeEach
  void label() {
    double[] v = Values.optimal(WORLD, WORLD.rewards(TestBoards.WEIGHTS), GAMMA);
    double[] r = WORLD.rewards(TestBoards.WEIGHTS);
    labels = new double[300];
    for (int i = 0; i < labels.length; i++) {
      first.add(TestBoards.segment(WORLD, 3, random));
      second.add(TestBoards.segment(WORLD, 3, random));
      double logit = SegmentRegret.logit(regret(first.get(i), r, v), regret(second.get(i), r, v));
      labels[i] = Math.abs(logit) < 0.5 ? 0.5 : logit > 0 ? 1 : 0;
    }
  }

  private static double regret(WorldSegment s, double[] r, double[] v) {
    return SegmentRegret.deterministic(s.sum(WORLD, r), v[s.first()], v[s.last()]);
  }

  private WorldPairs pairs() {
    return new WorldPairs(WORLD, first, second, labels);
  }

  private static void checkGradient(RewardObjective objective, double[] w, double tolerance) {
    double[] gradient = new double[4];
    objective.cost(w, gradient);
    for (int k = 0; k < 4; k++) {
      double step = 1e-6;
      double[] up = w.clone();
      double[] down = w.clone();
      up[k] += step;
      down[k] -= step;
      double slope =
          (objective.cost(up, new double[4]) - objective.cost(down, new double[4])) / (2 * step);
      assertThat(gradient[k]).isCloseTo(slope, within(tolerance));
    }
  }

  @Test
  void gradientsMatchDifferences() {
    for (double temperature : new double[] {0.001, 0.1, 3}) {
      for (int trial = 0; trial < 20; trial++) {
        double[] w = random.doubles(4, -1, 1).toArray();
        checkGradient(new RegretObjective(pairs(), FEATURES, temperature), w, 1e-4);
        checkGradient(new PartialReturnObjective(pairs()), w, 1e-7);
      }
    }
  }

  @Test
  void theSoftMaximumIsNeverAboveTheBestPolicyAndMeetsItAsItCools() {
    int[] all = WORLD.starts();
    SoftGpi warm = new SoftGpi(FEATURES, all, 1);
    SoftGpi cold = new SoftGpi(FEATURES, all, 1e-6);
    for (int trial = 0; trial < 50; trial++) {
      double[] w = random.doubles(4, -1, 1).toArray();
      warm.at(w);
      cold.at(w);
      for (int s : all) {
        double best = FEATURES.bestValue(s, w);
        assertThat(warm.value(s)).isLessThanOrEqualTo(best + 1e-9);
        assertThat(cold.value(s)).isCloseTo(best, within(1e-5));
      }
    }
  }

  @Test
  void swappingEachPairWithItsLabelChangesNothing() {
    double[] swapped = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      swapped[i] = 1 - labels[i];
    }
    RewardObjective there = new RegretObjective(pairs(), FEATURES, 0.01);
    RewardObjective back =
        new RegretObjective(new WorldPairs(WORLD, second, first, swapped), FEATURES, 0.01);
    double[] w = {-0.3, 2, -1, 0.2};
    double[] g1 = new double[4];
    double[] g2 = new double[4];
    assertThat(there.cost(w, g1)).isCloseTo(back.cost(w, g2), within(1e-12));
    for (int k = 0; k < 4; k++) {
      assertThat(g1[k]).isCloseTo(g2[k], within(1e-12));
    }
  }

  @Test
  void regretLabelsGiveTheRewardBackFromAnyStart() {
    ScaledReturn scaled = new ScaledReturn(WORLD, TestBoards.WEIGHTS, GAMMA);
    FullBatchAdam adam = new FullBatchAdam(2, 600);
    RewardObjective objective = new RegretObjective(pairs(), FEATURES, 0.001);
    for (int start = 0; start < 3; start++) {
      double[] w = adam.minimise(objective, random.doubles(4, -0.5, 0.5).toArray()).weights();
      assertThat(scaled.ofWeights(w)).isGreaterThan(ScaledReturn.NEAR_OPTIMAL);
    }
  }

  @Test
  void adamsFirstStepIsTheLearningRateAgainstTheSignOfTheGradient() {
    RewardObjective bowl =
        new RewardObjective() {
          @Override
          public int size() {
            return 2;
          }

          @Override
          public double cost(double[] w, double[] gradient) {
            gradient[0] = 2 * (w[0] - 1);
            gradient[1] = 2 * (w[1] + 2);
            return (w[0] - 1) * (w[0] - 1) + (w[1] + 2) * (w[1] + 2);
          }
        };
    double[] start = {0, 0};
    double[] second = new FullBatchAdam(0.1, 2).minimise(bowl, start).weights();
    assertThat(second[0]).isCloseTo(0.1, within(1e-8));
    assertThat(second[1]).isCloseTo(-0.1, within(1e-8));
    assertThat(new FullBatchAdam(0.1, 2000).minimise(bowl, start).cost()).isLessThan(1e-9);
  }
}
