package org.strop.reward.pairs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.strop.policy.nn.Seeds;

/** Deals pairs into folds, group by group. */
public final class Folds {
  private Folds() {}

  /**
   * Returns the fold of each pair. Groups come largest first, equal ones in random order, each into
   * the fold that is smallest so far.
   *
   * @param groups of each pair, numbered from 0
   * @param folds at least 2, at most the number of groups
   */
  public static int[] deal(int[] groups, int folds, long seed) {
    int count = Arrays.stream(groups).max().orElse(-1) + 1;
    int[] sizes = new int[count];
    Arrays.stream(groups).forEach(g -> sizes[g]++);
    int[] shuffled = Seeds.permutation(Seeds.stream(seed, "folds", 0), count);
    List<Integer> order =
        Arrays.stream(shuffled)
            .boxed()
            .sorted(Comparator.comparing((Integer g) -> -sizes[g]))
            .toList();
    int[] filled = new int[folds];
    int[] foldOfGroup = new int[count];
    for (int group : order) {
      int fold = IntStream.range(0, folds).reduce(0, (a, b) -> filled[b] < filled[a] ? b : a);
      foldOfGroup[group] = fold;
      filled[fold] += sizes[group];
    }
    return Arrays.stream(groups).map(g -> foldOfGroup[g]).toArray();
  }
}
