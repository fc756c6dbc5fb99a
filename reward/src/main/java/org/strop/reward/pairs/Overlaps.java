package org.strop.reward.pairs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds pairs that show the same recorded steps.
 *
 * <p>Published segments are cut from few demonstrations and overlap: a model that has seen half of
 * a held-out segment under another label is not tested on new data. Pairs that share a step,
 * directly or over others, are one group.
 */
public final class Overlaps {
  private final int[] parent;

  private Overlaps(int n) {
    this.parent = IntStream.range(0, n).toArray();
  }

  /** Returns the group of each pair, numbered from 0 in order of first appearance. */
  public static int[] groups(PairArrays pairs) {
    Overlaps sets = new Overlaps(pairs.count());
    Map<Row, Integer> owners = new HashMap<>();
    for (double[] side : pairs.observations()) {
      for (int step = 0; step < pairs.count() * pairs.steps(); step++) {
        int pair = step / pairs.steps();
        Row row = new Row(side, step * pairs.observationWidth(), pairs.observationWidth());
        Integer owner = owners.putIfAbsent(row, pair);
        if (owner != null) {
          sets.join(owner, pair);
        }
      }
    }
    Map<Integer, Integer> numbers = new HashMap<>();
    return IntStream.range(0, pairs.count())
        .map(i -> numbers.computeIfAbsent(sets.root(i), root -> numbers.size()))
        .toArray();
  }

  private int root(int pair) {
    int at = pair;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void join(int a, int b) {
    parent[root(a)] = root(b);
  }

  /** An observation, equal by its numbers. */
  private record Row(double[] values, int from, int width) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Row r
          && Arrays.equals(values, from, from + width, r.values, r.from, r.from + r.width);
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (int i = from; i < from + width; i++) {
        hash = 31 * hash + Double.hashCode(values[i]);
      }
      return hash;
    }
  }
}
