package org.strop.reward.compare;

import java.util.List;
import org.strop.reward.ceiling.Vote;

/**
 * Choices on one task, and what their segments are worth.
 *
 * <p>A reward is r = w·φ with d features: one where the reward is known up to its scale, many where
 * it is learned with the model.
 */
public interface PairLabels {
  /** Returns the task's name. */
  String task();

  /** Returns the operator of each label. */
  List<String> operators();

  /** Returns each label in [0, 1]: 1 where the second is preferred. Length n; a copy. */
  double[] labels();

  /**
   * Returns the group of each label, numbered from 0: labels of one pair, or of pairs that share
   * recorded steps. Length n; a copy.
   */
  int[] groups();

  /** Returns the labels with each pair turned the same way round, for the human ceiling. */
  List<Vote> votes();

  /**
   * Returns the features of every label, second minus first.
   *
   * @param train labels that anything fitted to data, scaling or values, may look at
   */
  List<Difference> differences(int[] train);

  /**
   * What tells the second segment of a pair from the first.
   *
   * @param partialReturn Σ φ of the second minus the first, length d
   * @param value ψ(s_T) − ψ(s₀) of the second minus the first, length d: with it, partial return
   *     becomes negative regret
   */
  @SuppressWarnings("ArrayRecordComponent") // rows of a table with one owner, never compared
  record Difference(double[] partialReturn, double[] value) {
    /** Returns R + α·ΔV, feature by feature. */
    double[] mixed(double alpha) {
      double[] x = partialReturn.clone();
      for (int k = 0; k < x.length; k++) {
        x[k] += alpha * value[k];
      }
      return x;
    }
  }
}
