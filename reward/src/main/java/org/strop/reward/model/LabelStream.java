package org.strop.reward.model;

import java.util.Arrays;
import org.strop.policy.nn.Seeds;

/** Deals labels epoch by epoch, each epoch in a new random order. */
final class LabelStream {
  private final int[] labels;
  private final long seed;
  private final String name;
  private int[] order = new int[0];
  private int next;
  private long epoch;

  LabelStream(int[] labels, long seed, String name) {
    this.labels = labels.clone();
    this.seed = seed;
    this.name = name;
  }

  /** Returns the next n labels; all of them where there are no more than n. */
  int[] take(int n) {
    if (n >= labels.length) {
      return labels.clone();
    }
    if (next + n > order.length) {
      order = Seeds.permutation(Seeds.stream(seed, name, epoch++), labels.length);
      next = 0;
    }
    int[] taken = Arrays.stream(order, next, next + n).map(i -> labels[i]).toArray();
    next += n;
    return taken;
  }
}
