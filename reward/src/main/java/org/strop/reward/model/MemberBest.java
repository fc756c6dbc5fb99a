package org.strop.reward.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.strop.policy.nn.Tensor;

/** Keeps, for each member, its weights at the look where its validation loss was lowest. */
final class MemberBest {
  private final int members;
  private final double[] losses;
  private final int[] steps;
  private final Map<String, Tensor> kept = new LinkedHashMap<>();

  MemberBest(int members) {
    this.members = members;
    this.losses = new double[members];
    this.steps = new int[members];
    Arrays.fill(losses, Double.POSITIVE_INFINITY);
  }

  /**
   * Looks at the weights of a step. A member without validation labels (loss NaN) keeps the newest.
   *
   * @param tensors each with the members as first dimension
   * @param memberLosses length M
   */
  void look(int step, Map<String, Tensor> tensors, double[] memberLosses) {
    for (int m = 0; m < members; m++) {
      if (Double.isNaN(memberLosses[m]) || memberLosses[m] < losses[m]) {
        losses[m] = memberLosses[m];
        steps[m] = step;
        copy(m, tensors);
      }
    }
  }

  private void copy(int member, Map<String, Tensor> tensors) {
    tensors.forEach(
        (name, tensor) -> {
          float[] merged = kept.getOrDefault(name, tensor).values();
          int size = tensor.size() / members;
          System.arraycopy(tensor.values(), member * size, merged, member * size, size);
          kept.put(name, Tensor.of(tensor.shape(), merged));
        });
  }

  /** Returns the kept weights by name. */
  Map<String, Tensor> tensors() {
    return Map.copyOf(kept);
  }

  /** Returns the step of each member's kept weights. */
  int[] steps() {
    return steps.clone();
  }
}
