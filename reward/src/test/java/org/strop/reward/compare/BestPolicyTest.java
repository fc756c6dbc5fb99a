package org.strop.reward.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strop.reward.likelihood.BradleyTerry;
import org.strop.reward.likelihood.PreferenceKind;
import org.strop.reward.metrics.PairedDifference;
import org.strop.reward.value.RecordedRun;

/**
 * A point on a line that costs the square of its position; one recorded policy goes left, one
 * right.
 *
 * <pre>
 *   x′ = x ± 0.1 + noise ,  r = −x² ,  V±(x) = −(a x² ± 2 v b x) + const ,  a = Σ γᵗ ,  b = Σ t γᵗ
 * </pre>
 *
 * <p>Neither is good on both sides; pooled, the drift cancels. Labels are drawn from the regret
 * with the larger of the two.
 */
class BestPolicyTest {
  private static final double SPEED = 0.1;
  private static final double NOISE = 0.05;
  private static final double GAMMA = 0.9;
  private static final double A = 1 / (1 - GAMMA);
  private static final double B = GAMMA / ((1 - GAMMA) * (1 - GAMMA));
  private static final double LOGITS = 0.5;
  private static final int STEPS = 8;
  private static final int LABELS = 200;

  /** Partial return, pooled, best of both by seed, as docs/preference-models.md has them. */
  private static final double[][] DOCUMENTED = {
    {-0.386, -0.607, -0.252}, {-0.360, -0.635, -0.245}, {-0.368, -0.652, -0.267}
  };

  private static double value(double x) {
    return -A * x * x + 2 * SPEED * B * Math.abs(x);
  }

  /** Positions before each step and after the last one. */
  private static double[] path(SplittableRandom random, boolean right) {
    double[] x = new double[STEPS + 1];
    x[0] = 3 * random.nextDouble() - 1.5;
    for (int t = 0; t < STEPS; t++) {
      x[t + 1] = x[t] + (right ? SPEED : -SPEED) + NOISE * random.nextGaussian();
    }
    return x;
  }

  private static double utility(double[] x) {
    double sum = 0;
    for (int t = 0; t < STEPS; t++) {
      sum -= x[t] * x[t];
    }
    return LOGITS * (sum + value(x[STEPS]) - value(x[0]));
  }

  private static LinearPairs.Segment segment(String policy, double[] x) {
    float[][] rows = new float[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      rows[t] = new float[] {(float) x[t], (float) (x[t] * x[t])};
    }
    return new LinearPairs.Segment(policy, rows, rows, false);
  }

  private static LinearPairs pairs(CompareConfig config, long seed, boolean named) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LinearPairs.Labelled> labelled = new ArrayList<>();
    for (int i = 0; i < LABELS; i++) {
      LinearPairs.Segment[] segments = new LinearPairs.Segment[2];
      double[] u = new double[2];
      for (int side = 0; side < 2; side++) {
        boolean right = random.nextBoolean();
        double[] x = path(random, right);
        u[side] = utility(x);
        segments[side] = segment(named ? right ? "right" : "left" : RecordedRun.UNKNOWN, x);
      }
      double label = random.nextDouble() < BradleyTerry.sigmoid(u[1] - u[0]) ? 1 : 0;
      labelled.add(new LinearPairs.Labelled("ada", segments[0], segments[1], label));
    }
    int[] groups = IntStream.range(0, LABELS).toArray();
    return new LinearPairs(config, "line", labelled, groups, List.of());
  }

  private static double[] heldOut(CompareConfig config, LinearPairs pairs, PreferenceKind kind) {
    int[] all = IntStream.range(0, LABELS).toArray();
    List<Candidate> one = List.of(new Candidate(kind, false, false));
    return new CrossValidation(config, pairs).run(one, all, () -> {}).get(0).logLikelihood();
  }

  @Test
  void regretWithTheBestPolicysValuesIsToldByThemNotByPooledOnes() {
    CompareConfig config = TestCompare.shipped("repeats=1", "folds=5", "discount=0.9");
    for (int seed = 1; seed <= 3; seed++) {
      LinearPairs named = pairs(config, seed, true);
      LinearPairs unnamed = pairs(config, seed, false);
      double[] best = heldOut(config, named, PreferenceKind.REGRET);
      double[] pooled = heldOut(config, unnamed, PreferenceKind.REGRET);
      double[] partial = heldOut(config, unnamed, PreferenceKind.PARTIAL_RETURN);
      assertThat(new double[] {mean(partial), mean(pooled), mean(best)})
          .containsExactly(DOCUMENTED[seed - 1], within(0.002));
      assertThat(PairedDifference.of(best, pooled).exceeds(4)).isTrue();
      assertThat(PairedDifference.of(best, partial).exceeds(2)).isTrue();
      double[] weights = weights(config, named);
      assertThat(weights[1]).as("the square costs").isNegative();
      assertThat(Math.abs(weights[0])).as("sides do not").isLessThan(-0.2 * weights[1]);
    }
  }

  @Test
  void aMixtureTakesTheBestPolicysValuesToo() {
    CompareConfig config =
        TestCompare.shipped(
            "repeats=1", "folds=5", "discount=0.9", "feature_deviations=[1.0]", "mixtures=[0.75]");
    double[] best = heldOut(config, pairs(config, 1, true), PreferenceKind.MIXTURE);
    double[] pooled = heldOut(config, pairs(config, 1, false), PreferenceKind.MIXTURE);
    assertThat(PairedDifference.of(best, pooled).exceeds(4)).isTrue();
  }

  @Test
  void policiesWithTooFewStepsLeaveTheModelAsItWasBitForBit() {
    CompareConfig config = TestCompare.shipped("discount=0.9", "policy_steps=100000");
    assertThat(weights(config, pairs(config, 1, true)))
        .isEqualTo(weights(config, pairs(config, 1, false)));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double[] weights(CompareConfig config, LinearPairs pairs) {
    int[] all = IntStream.range(0, LABELS).toArray();
    Candidate regret = new Candidate(PreferenceKind.REGRET, false, false);
    Candidate.Setting setting = new Candidate.Setting(1, 1);
    return new PairFit(config, regret, setting, pairs.differences(all), pairs.labels(), all)
        .weights();
  }
}
