package org.strop.reward.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.strop.reward.likelihood.BradleyTerry;
import org.strop.reward.world.Policies;
import org.strop.reward.world.ScaledReturn;
import org.strop.reward.world.TestBoards;
import org.strop.reward.world.Values;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

class AdvantageObjectiveTest {
  private static final double GAMMA = 0.99;
  private static final World WORLD = TestBoards.of("..c.", ".#X.", "..G.").world();
  private static final double[] ADVANTAGES =
      Values.advantages(WORLD, WORLD.rewards(TestBoards.WEIGHTS), GAMMA);

  private final SplittableRandom random = new SplittableRandom(31);

  /** Labels are probabilities, so that nothing is left to chance. */
  private double[] fit(Predicate<WorldSegment> keep) {
    List<WorldSegment> first = new ArrayList<>();
    List<WorldSegment> second = new ArrayList<>();
    double[] labels = new double[4000];
    for (int i = 0; i < labels.length; i++) {
      first.add(segment(keep));
      second.add(segment(keep));
      labels[i] =
          BradleyTerry.sigmoid(
              (second.get(i).sum(WORLD, ADVANTAGES) - first.get(i).sum(WORLD, ADVANTAGES)) / 5);
    }
    AdvantageObjective objective = new AdvantageObjective(WORLD, first, second, labels, 1e-4);
    return new FullBatchAdam(0.2, 2000).minimise(objective, new double[objective.size()]).weights();
  }

  private WorldSegment segment(Predicate<WorldSegment> keep) {
    WorldSegment segment;
    do {
      segment = TestBoards.segment(WORLD, 3, random);
    } while (!keep.test(segment));
    return segment;
  }

  @Test
  void theTableBecomesTheOptimalAdvantageAndActingGreedilyOnItIsOptimal() {
    double[] table = fit(s -> true);
    for (int s : WORLD.starts()) {
      for (int a = 0; a < 4; a++) {
        assertThat(table[4 * s + a]).isCloseTo(ADVANTAGES[4 * s + a] / 5, within(0.15));
      }
    }
    ScaledReturn scaled = new ScaledReturn(WORLD, TestBoards.WEIGHTS, GAMMA);
    assertThat(scaled.ofPolicy(Policies.greedy(WORLD, table))).isGreaterThan(0.99);
  }

  @Test
  void withoutAbsorbingTransitionsTheTableIsShiftedAndAsARewardItNeverEnds() {
    double[] table = fit(s -> !WORLD.terminal(s.state(s.length() - 1)));
    double shift = 0;
    for (int s : WORLD.starts()) {
      for (int a = 0; a < 4; a++) {
        shift += (table[4 * s + a] - ADVANTAGES[4 * s + a] / 5) / (4 * WORLD.starts().length);
      }
    }
    assertThat(shift).as("advantages are not positive, this table is, on average").isPositive();
    ScaledReturn scaled = new ScaledReturn(WORLD, TestBoards.WEIGHTS, GAMMA);
    assertThat(scaled.ofPolicy(Policies.greedy(WORLD, table))).isGreaterThan(0.99);
    assertThat(scaled.ofRewards(table)).isLessThan(0.5);
  }

  @Test
  void theGradientMatchesDifferences() {
    List<WorldSegment> first = new ArrayList<>();
    List<WorldSegment> second = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      first.add(segment(s -> true));
      second.add(segment(s -> true));
    }
    AdvantageObjective objective =
        new AdvantageObjective(WORLD, first, second, random.doubles(20, 0, 1).toArray(), 0.5);
    double[] w = random.doubles(objective.size(), -1, 1).toArray();
    double[] gradient = new double[w.length];
    objective.cost(w, gradient);
    for (int i = 0; i < w.length; i++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[i] += 1e-6;
      down[i] -= 1e-6;
      double[] unused = new double[w.length];
      double slope = (objective.cost(up, unused) - objective.cost(down, unused)) / 2e-6;
      assertThat(gradient[i]).isCloseTo(slope, within(1e-7));
    }
  }
}
