package org.strop.reward.knox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.strop.reward.pairs.Folds;

/**
 * Chooses among candidates by cross-validation inside the rows that it is given, then fits the
 * choice to all of them. The rows that it is tested on take no part in the choice.
 */
final class NestedChoice implements CrossValidation.Learner {
  private final Design design;
  private final double[] labels;
  private final int[] groups;
  private final List<Candidate> candidates;
  private final int folds;
  private final long seed;
  private final List<Candidate> chosen = new ArrayList<>();

  /**
   * @param groups rows of one group stay in one inner fold; each row its own for plain folds
   */
  NestedChoice(
      Design design,
      double[] labels,
      int[] groups,
      List<Candidate> candidates,
      int folds,
      long seed) {
    this.design = design;
    this.labels = labels;
    this.groups = groups;
    this.candidates = candidates;
    this.folds = folds;
    this.seed = seed;
  }

  /** Returns what was chosen, call by call. */
  List<Candidate> chosen() {
    return List.copyOf(chosen);
  }

  @Override
  public double[] costs(int[] train, int[] test) {
    int[] distinct = Arrays.stream(train).map(i -> groups[i]).distinct().toArray();
    int[] numbers = new int[groups.length];
    IntStream.range(0, distinct.length).forEach(i -> numbers[distinct[i]] = i);
    int[] inner =
        Folds.deal(Arrays.stream(train).map(i -> numbers[groups[i]]).toArray(), folds, seed);
    Candidate best = candidates.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (Candidate candidate : candidates) {
      double cost = innerCost(candidate, train, inner);
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    chosen.add(best);
    return best.fit(design, labels, train).costs(labels, test);
  }

  private double innerCost(Candidate candidate, int[] rows, int[] inner) {
    return CrossValidation.mean(
        CrossValidation.costs(
            inner,
            (train, test) ->
                candidate.fit(design, labels, pick(rows, train)).costs(labels, pick(rows, test)),
            fold -> {}));
  }

  private static int[] pick(int[] rows, int[] which) {
    return Arrays.stream(which).map(i -> rows[i]).toArray();
  }
}
