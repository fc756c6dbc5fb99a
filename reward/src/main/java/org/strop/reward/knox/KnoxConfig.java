package org.strop.reward.knox;

import java.util.List;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.reward.regret.FullBatchAdam;

/**
 * The reproduction of Knox et al. on people's choices; configs/reproduce/knox.yaml.
 *
 * @param foldSeed which pairs share a fold (ours: no published split)
 * @param folds K of the cross-validation (10: METHODS 2)
 * @param innerFolds K of the choice inside a training part. Ours
 * @param ridges penalties to choose from. Ours
 * @param lapses shares of random answers to choose from. Ours
 * @param starts random first weights of reward learning; start i has seed i + 1
 * @param gamma discount of values in reward learning (0.999: METHODS 2); segments are not
 *     discounted
 * @param temperature τ of the soft maximum over policies (0.001: METHODS 2)
 * @param policies whose successor features are computed where no file gives them (69: as many as
 *     published)
 * @param regret optimiser under regret (2, 5,000: METHODS 2)
 * @param partialReturn optimiser under partial return (0.5, 30,000: METHODS 2)
 */
public record KnoxConfig(
    long foldSeed,
    @Bounds(min = 2, max = 1000) int folds,
    @Bounds(min = 2, max = 1000) int innerFolds,
    List<Double> ridges,
    List<Double> lapses,
    @Bounds(min = 1, max = 1000) int starts,
    @Bounds(min = 0.01, max = 0.999999) double gamma,
    @Bounds(min = 1e-9, max = 1e3) double temperature,
    @Bounds(min = 2, max = 10000) int policies,
    FullBatchAdam regret,
    FullBatchAdam partialReturn)
    implements SelfChecking {
  /** Copies. */
  public KnoxConfig {
    ridges = List.copyOf(ridges);
    lapses = List.copyOf(lapses);
  }

  @Override
  public void check(Problems problems) {
    if (ridges.isEmpty() || ridges.stream().anyMatch(r -> !(r > 0 && r < 1e9))) {
      problems.add("ridges", "is " + ridges, "list at least one number above 0");
    }
    if (lapses.isEmpty() || lapses.stream().anyMatch(l -> !(l >= 0 && l < 1))) {
      problems.add("lapses", "is " + lapses, "list at least one share from 0 up to, not at, 1");
    }
  }
}
