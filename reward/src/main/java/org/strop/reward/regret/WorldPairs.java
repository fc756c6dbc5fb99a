package org.strop.reward.regret;

import java.util.List;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

/**
 * Labelled pairs of segments in a world, reduced to what the models need: the difference of feature
 * sums, the end states, the label. Immutable.
 */
public final class WorldPairs {
  private final int features;
  private final double[] difference;
  private final int[] states;
  private final double[] labels;

  /**
   * @param first segments on the left, length n
   * @param second segments on the right, length n
   * @param labels 1 where the second is preferred, 0 the first, 0.5 a tie, length n; copied
   */
  public WorldPairs(
      World world, List<WorldSegment> first, List<WorldSegment> second, double[] labels) {
    int n = labels.length;
    if (first.size() != n || second.size() != n || n == 0) {
      throw new IllegalArgumentException(
          first.size() + " and " + second.size() + " segments, " + n + " labels");
    }
    this.labels = labels.clone();
    features = world.features();
    difference = new double[n * features];
    states = new int[4 * n];
    for (int i = 0; i < n; i++) {
      double[] a = first.get(i).features(world);
      double[] b = second.get(i).features(world);
      for (int k = 0; k < features; k++) {
        difference[i * features + k] = b[k] - a[k];
      }
      states[4 * i] = first.get(i).first();
      states[4 * i + 1] = first.get(i).last();
      states[4 * i + 2] = second.get(i).first();
      states[4 * i + 3] = second.get(i).last();
      if (!(labels[i] >= 0 && labels[i] <= 1)) {
        throw new IllegalArgumentException("label " + i + " is " + labels[i]);
      }
    }
  }

  /** Returns the number of pairs, n. */
  public int size() {
    return labels.length;
  }

  /** Returns the number of features, K. */
  public int features() {
    return features;
  }

  /** Returns the label of a pair. */
  public double label(int pair) {
    return labels[pair];
  }

  /** Returns w · (Φ₂ − Φ₁), the difference of partial returns. */
  double returnDifference(int pair, double[] weights) {
    double sum = 0;
    for (int k = 0; k < features; k++) {
      sum += weights[k] * difference[pair * features + k];
    }
    return sum;
  }

  /** Adds {@code scale} · (Φ₂ − Φ₁) to an array of length K. */
  void addDifference(int pair, double scale, double[] sum) {
    for (int k = 0; k < features; k++) {
      sum[k] += scale * difference[pair * features + k];
    }
  }

  /** Returns all first and last states, four a pair. */
  int[] states() {
    return states.clone();
  }

  int firstStart(int pair) {
    return states[4 * pair];
  }

  int firstEnd(int pair) {
    return states[4 * pair + 1];
  }

  int secondStart(int pair) {
    return states[4 * pair + 2];
  }

  int secondEnd(int pair) {
    return states[4 * pair + 3];
  }
}
