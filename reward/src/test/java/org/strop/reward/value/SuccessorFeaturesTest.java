package org.strop.reward.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SuccessorFeaturesTest {
  private static double[] oneHot(int state) {
    double[] x = new double[3];
    x[state] = 1;
    return x;
  }

  private static RecordedRun chain(boolean ends) {
    double[][] states = {oneHot(0), oneHot(1), oneHot(2)};
    return new RecordedRun(states, states, ends);
  }

  @Test
  void onAChainThatEndsItCountsDiscountedVisits() {
    SuccessorFeatures psi = SuccessorFeatures.fit(List.of(chain(true)), 0.5, 1e-9);
    assertThat(psi.at(oneHot(0))).containsExactly(new double[] {1, 0.5, 0.25}, within(1e-5));
    assertThat(psi.at(oneHot(2))).containsExactly(new double[] {0, 0, 1}, within(1e-5));
  }

  @Test
  void undiscountedItIsTheReturnToGo() {
    SuccessorFeatures psi = SuccessorFeatures.fit(List.of(chain(true)), 1, 1e-9);
    assertThat(psi.at(oneHot(0))).containsExactly(new double[] {1, 1, 1}, within(1e-5));
  }

  @Test
  void runsThatAreCutGiveTheValuesOfTheWholeProcess() {
    // A random walk between three states, uniform: ψ = (I − γP)⁻¹.
    SplittableRandom random = new SplittableRandom(1);
    List<RecordedRun> runs = new ArrayList<>();
    for (int r = 0; r < 2000; r++) {
      double[][] states = new double[10][];
      for (int t = 0; t < 10; t++) {
        states[t] = oneHot(random.nextInt(3));
      }
      runs.add(new RecordedRun(states, states, false));
    }
    SuccessorFeatures psi = SuccessorFeatures.fit(runs, 0.9, 1e-9);
    assertThat(psi.at(oneHot(0))).containsExactly(new double[] {4, 3, 3}, within(0.2));
  }

  @Test
  void constantFeaturesStayFinite() {
    double[][] same = {{2}, {2}, {2}};
    SuccessorFeatures psi =
        SuccessorFeatures.fit(List.of(new RecordedRun(same, same, false)), 0.9, 1e-6);
    assertThat(psi.at(new double[] {2})[0]).isCloseTo(20, within(0.1));
  }
}
