package org.strop.reward.recovery;

import java.util.List;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.reward.regret.FullBatchAdam;
import org.strop.reward.regret.GrowingRegret;

/**
 * Rewards learned in random worlds; configs/reproduce/worlds.yaml.
 *
 * @param seed of worlds, pairs, labels and first weights
 * @param worlds how many (30: issue and papers' figures)
 * @param labelCounts labels to learn from, rising; smaller counts use the first labels of larger
 * @param segmentLength steps in a segment (3: Knox et al.)
 * @param gamma discount of values (0.999: METHODS 2); segments are not discounted
 * @param temperature τ of the soft maximum (0.001: METHODS 2)
 * @param policies whose successor features stand for V*. Ours
 * @param regretRounds fits under regret, see {@link GrowingRegret}. Ours
 * @param regretCooling learning rate of a round over that of the one before. Ours
 * @param regret optimiser of the first round; the rate is published, fewer iterations are ours
 * @param partialReturn optimiser under partial return. Likewise
 * @param advantageLabels labels for the table of advantages. Ours
 * @param advantageRidge its penalty. Ours
 * @param advantage its optimiser. Ours
 */
public record WorldsConfig(
    long seed,
    @Bounds(min = 1, max = 10000) int worlds,
    List<Integer> labelCounts,
    @Bounds(min = 1, max = 1000) int segmentLength,
    @Bounds(min = 0.01, max = 0.999999) double gamma,
    @Bounds(min = 1e-9, max = 1e3) double temperature,
    @Bounds(min = 2, max = 10000) int policies,
    @Bounds(min = 1, max = 1000) int regretRounds,
    @Bounds(min = 1e-6, max = 1) double regretCooling,
    FullBatchAdam regret,
    FullBatchAdam partialReturn,
    @Bounds(min = 1, max = 1e7) int advantageLabels,
    @Bounds(min = 0, max = 1e6) double advantageRidge,
    FullBatchAdam advantage)
    implements SelfChecking {
  /** Copies. */
  public WorldsConfig {
    labelCounts = List.copyOf(labelCounts);
  }

  /** Returns the largest number of labels. */
  int mostLabels() {
    return labelCounts.get(labelCounts.size() - 1);
  }

  @Override
  public void check(Problems problems) {
    boolean rising = !labelCounts.isEmpty() && labelCounts.get(0) > 0;
    for (int i = 1; i < labelCounts.size(); i++) {
      rising &= labelCounts.get(i) > labelCounts.get(i - 1);
    }
    if (!rising) {
      problems.add("label_counts", "is " + labelCounts, "list rising numbers above 0");
    }
  }
}
