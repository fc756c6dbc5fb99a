package org.strop.reward.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LoggedPoliciesTest {
  private static final double EXACT = 1e-9;
  private static final double[][] STATES = {{-1.5, 0.3}, {0, 0}, {0.4, -2}, {2, 1}};
  private static final double[][] WEIGHTS = {{1, 0, 0}, {-1, 2, 0.5}, {0.01, -0.02, 3}};

  /** Runs of a policy that drifts and turns; features are the state and a product. */
  private static List<RecordedRun> runs(String policy, double drift, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RecordedRun> runs = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      double[][] states = new double[11][2];
      double[][] features = new double[11][];
      states[0][0] = random.nextGaussian();
      for (int t = 0; t < states.length; t++) {
        double[] s = states[t];
        features[t] = new double[] {s[0], s[1], s[0] * s[1]};
        if (t + 1 < states.length) {
          states[t + 1][0] = 0.9 * s[0] + drift + 0.1 * random.nextGaussian();
          states[t + 1][1] = 0.8 * s[1] - drift * s[0] + 0.1 * random.nextGaussian();
        }
      }
      runs.add(new RecordedRun(policy, states, features, false));
    }
    return runs;
  }

  private static List<RecordedRun> three() {
    List<RecordedRun> all = new ArrayList<>(runs("a", 0.3, 20, 1));
    all.addAll(runs("b", -0.3, 20, 2));
    all.addAll(runs("c", 0, 20, 3));
    return all;
  }

  private static LoggedPolicies fit(List<RecordedRun> runs, int transitions, double temperature) {
    return LoggedPolicies.fit(runs, 0.9, 1e-3, transitions, temperature);
  }

  @Test
  void aSinglePolicyIsItsSuccessorFeaturesBitForBit() {
    List<RecordedRun> runs = runs("a", 0.3, 20, 1);
    SuccessorFeatures psi = SuccessorFeatures.fit(runs, 0.9, 1e-3);
    LoggedPolicies one = fit(runs, 100, 0.1);
    assertThat(one.count()).isEqualTo(1);
    for (double[] state : STATES) {
      assertThat(one.at(state).gradient(WEIGHTS[1])).isEqualTo(psi.at(state));
    }
  }

  @Test
  void copiesOfAPolicyChangeNothing() {
    List<RecordedRun> twice = new ArrayList<>();
    for (RecordedRun run : three()) {
      twice.add(run);
      twice.add(new RecordedRun(run.policy() + " again", run.states(), run.features(), run.ends()));
    }
    LoggedPolicies three = fit(three(), 100, 0.1);
    LoggedPolicies six = fit(twice, 100, 0.1);
    assertThat(six.count()).isEqualTo(6);
    List<RecordedRun> alone = new ArrayList<>(runs("a", 0.3, 20, 1));
    alone.addAll(runs("b", 0.3, 20, 1));
    for (double[] state : STATES) {
      for (double[] w : WEIGHTS) {
        assertThat(six.at(state).gradient(w))
            .containsExactly(three.at(state).gradient(w), within(EXACT));
        assertThat(fit(alone, 100, 0.1).at(state).gradient(w))
            .containsExactly(
                fit(alone.subList(0, 20), 100, 0.1).at(state).gradient(w), within(EXACT));
      }
    }
  }

  @Test
  void theValueIsNeverAboveTheBestPolicyAndMeetsItAsItCools() {
    for (double[] state : STATES) {
      for (double[] w : WEIGHTS) {
        double best = Arrays.stream(fit(three(), 100, 1).at(state).ofEach(w)).max().orElseThrow();
        double before = Double.NEGATIVE_INFINITY;
        for (double temperature : new double[] {10, 1, 0.1, 1e-4}) {
          double value = fit(three(), 100, temperature).at(state).value(w);
          assertThat(value).isLessThanOrEqualTo(best + EXACT).isGreaterThan(before - EXACT);
          before = value;
        }
        assertThat(before).isCloseTo(best, within(1e-6));
      }
    }
  }

  @Test
  void theGradientMatchesDifferencesAndTheValueScalesWithTheWeights() {
    double step = 1e-6;
    for (double temperature : new double[] {2, 0.3}) {
      LoggedPolicies policies = fit(three(), 100, temperature);
      for (double[] state : STATES) {
        LoggedPolicies.StateValue at = policies.at(state);
        for (double[] w : WEIGHTS) {
          for (int k = 0; k < w.length; k++) {
            double[] up = w.clone();
            double[] down = w.clone();
            up[k] += step;
            down[k] -= step;
            assertThat((at.value(up) - at.value(down)) / (2 * step))
                .isCloseTo(at.gradient(w)[k], within(1e-5));
          }
          double[] larger = Arrays.stream(w).map(x -> 1000 * x).toArray();
          assertThat(at.value(larger)).isCloseTo(1000 * at.value(w), within(1e-6));
        }
      }
    }
  }

  @Test
  void withoutAnyDifferenceOrWeightsItIsTheMean() {
    LoggedPolicies three = fit(three(), 100, 0.1);
    double[] gradient = three.at(STATES[0]).gradient(new double[3]);
    double[] mean = new double[3];
    for (int k = 0; k < 3; k++) {
      double[] unit = new double[3];
      unit[k] = 1;
      mean[k] = Arrays.stream(three.at(STATES[0]).ofEach(unit)).average().orElseThrow();
    }
    assertThat(gradient).containsExactly(mean, within(EXACT));
  }

  @Test
  void policiesWithFewStepsArePooled() {
    List<RecordedRun> runs = new ArrayList<>(three());
    runs.addAll(runs("d", 0.1, 5, 4));
    assertThat(fit(runs, 50, 0.1).count()).as("50 steps are enough").isEqualTo(4);
    assertThat(fit(runs, 51, 0.1).count()).as("with whoever has most").isEqualTo(3);
    runs.addAll(runs("e", 0.2, 5, 5));
    assertThat(fit(runs, 51, 0.1).count()).as("the small ones together").isEqualTo(4);
    assertThat(fit(runs, 201, 0.1).count()).as("nobody has enough").isEqualTo(1);
    SuccessorFeatures pooled = SuccessorFeatures.fit(runs, 0.9, 1e-3);
    assertThat(fit(runs, 201, 0.1).at(STATES[3]).gradient(WEIGHTS[0]))
        .isEqualTo(pooled.at(STATES[3]));
  }
}
