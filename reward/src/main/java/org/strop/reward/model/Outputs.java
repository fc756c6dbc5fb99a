package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * What a network says of N rows; all arrays belong to the step.
 *
 * <p>Values are what labels are compared with: rewards in (0, 1) of a plain network, pre-squash of
 * a composite one.
 */
final class Outputs {
  private final NDArray values;
  private final Optional<NDArray> importance;
  private final Optional<CompositeRows> composite;

  /**
   * The composite's inside.
   *
   * <p>A class, not a record: arrays are never compared.
   */
  static final class CompositeRows {
    private final NDArray parts;
    private final Optional<NDArray> concepts;

    /**
     * @param parts [M, N, K + 1], metrics then residual; they sum to the values but for the bias
     * @param concepts predicted label-side metrics, scaled, [M, N, L]; empty where L is 0
     */
    CompositeRows(NDArray parts, Optional<NDArray> concepts) {
      this.parts = parts;
      this.concepts = concepts;
    }

    NDArray parts() {
      return parts;
    }

    Optional<NDArray> concepts() {
      return concepts;
    }
  }

  /**
   * @param values [M, N]
   * @param importance logits of the steps' weights, [M, N]
   */
  Outputs(NDArray values, Optional<NDArray> importance, Optional<CompositeRows> composite) {
    this.values = values;
    this.importance = importance;
    this.composite = composite;
  }

  NDArray values() {
    return values;
  }

  Optional<NDArray> importance() {
    return importance;
  }

  Optional<CompositeRows> composite() {
    return composite;
  }
}
