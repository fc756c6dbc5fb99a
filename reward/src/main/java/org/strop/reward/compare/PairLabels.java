package org.strop.reward.compare;

import java.util.List;
import java.util.Optional;
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

  /** V(s_T) − V(s₀) of the second segment minus the first, where V is not linear in the weights. */
  interface ValueChange {
    /**
     * Returns the gradient at weights w; times w it is the value itself.
     *
     * @param weights of the reward, length d; not modified
     */
    double[] at(double[] weights);
  }

  /**
   * What tells the second segment of a pair from the first.
   *
   * @param partialReturn Σ φ of the second minus the first, length d
   * @param value ψ(s_T) − ψ(s₀) of the second minus the first, length d: with it, partial return
   *     becomes negative regret
   * @param change present where the value depends on weights otherwise than linearly; {@code value}
   *     is then where a fit starts from
   */
  @SuppressWarnings("ArrayRecordComponent") // rows of a table with one owner, never compared
  record Difference(double[] partialReturn, double[] value, Optional<ValueChange> change) {
    /** Creates a difference that is linear in the weights. */
    public Difference(double[] partialReturn, double[] value) {
      this(partialReturn, value, Optional.empty());
    }

    /** Returns this with the value linearised at weights: exact there, and itself if linear. */
    Difference at(double[] weights) {
      return change.map(c -> new Difference(partialReturn, c.at(weights), change)).orElse(this);
    }

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
