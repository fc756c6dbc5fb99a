package org.strop.reward.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one evaluation of the loss looks at: rows, and which means of them are compared with what.
 *
 * <p>Rows of a part lie together: n runs of S rows, for pairs the n first segments and then the n
 * second ones.
 *
 * @param window rows that belong together for the encoder: 1 where each stands by itself
 * @param shift what values add to the pairs' means; its rows come last. Empty for partial return
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one step, never compared
record Batch(
    float[] rows, int rowCount, int window, Map<Part, Block> blocks, Optional<Shift> shift) {
  Batch {
    blocks = new EnumMap<>(blocks);
  }

  /**
   * Rows whose rewards tell the values of states.
   *
   * @param rows of the table, −1 where a window ends early
   * @param weights [rows, runs of the pairs]: Σ r w is added to a run's mean
   */
  record Shift(int[] rows, float[] weights) {}

  /**
   * The rows of one part.
   *
   * @param labels their indices, length n
   * @param stepsEach S, rows of each run
   * @param values length n
   * @param weights [M, n], zero where a member does not look; per member they sum to the part's
   *     weight, or to 0
   * @param lengthFactors per run, what its mean is multiplied with to give its return
   * @param stepWeights [runs, S], each run's sum to 1; empty where all rows count the same
   * @param concepts scaled label-side metrics of each row, [runs, S, L], NaN where unknown; empty
   *     but for pieces of a composite reward
   */
  record Block(
      int[] labels,
      int stepsEach,
      float[] values,
      float[] weights,
      float[] lengthFactors,
      float[] stepWeights,
      float[] concepts) {
    int count() {
      return labels.length;
    }
  }
}
