package org.strop.reward.knox;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Costs of labels under models that were fitted without their fold. */
final class CrossValidation {
  /** Costs of rows {@code test} under a model fitted to rows {@code train}. */
  interface Learner {
    double[] costs(int[] train, int[] test);
  }

  private CrossValidation() {}

  /**
   * Returns the cost of each label, nats, length n.
   *
   * @param foldOf fold of each row, from 0; not modified
   * @param done told after each fold
   */
  static double[] costs(int[] foldOf, Learner learner, IntConsumer done) {
    double[] costs = new double[foldOf.length];
    int folds = Arrays.stream(foldOf).max().orElse(-1) + 1;
    for (int fold = 0; fold < folds; fold++) {
      int held = fold;
      int[] test = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == held).toArray();
      int[] train = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != held).toArray();
      double[] some = learner.costs(train, test);
      for (int i = 0; i < test.length; i++) {
        costs[test[i]] = some[i];
      }
      done.accept(fold);
    }
    return costs;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
