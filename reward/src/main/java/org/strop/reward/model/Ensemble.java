package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Tensor;

/**
 * A fitted ensemble that turns scaled features into rewards. Not thread-safe; closed by its owner.
 */
final class Ensemble implements AutoCloseable {
  /** Rows in one pass: bounds the memory of long data, and is large enough to be quick. */
  private static final int CHUNK = 8192;

  private final NDManager manager;
  private final RewardNet net;
  private final Parameters parameters;

  /**
   * @param parent manager to work under
   * @param where of the tensors, for messages
   */
  Ensemble(
      NDManager parent,
      EnsembleConfig config,
      int features,
      Map<String, Tensor> tensors,
      String where) {
    this.manager = parent.newSubManager();
    this.net = new RewardNet(config, features);
    this.parameters = Parameters.frozen(manager, net.layout(), tensors, where);
  }

  /**
   * Returns the reward of each row for each member, [M][N].
   *
   * @param rows scaled features, row-major [N, width]; not modified
   */
  float[][] rewards(float[] rows, int width) {
    int n = rows.length / width;
    float[][] rewards = new float[net.members()][n];
    for (int from = 0; from < n; from += CHUNK) {
      int to = Math.min(n, from + CHUNK);
      try (NDManager scope = manager.newSubManager()) {
        float[] part = Arrays.copyOfRange(rows, from * width, to * width);
        NDArray x = scope.create(part, new Shape(to - from, width));
        float[] values = net.rewards(parameters, x).toFloatArray();
        for (int m = 0; m < rewards.length; m++) {
          System.arraycopy(values, m * (to - from), rewards[m], from, to - from);
        }
      }
    }
    return rewards;
  }

  /** Returns each member's logits per unit of return difference, length M. */
  float[] gains() {
    try (NDManager scope = manager.newSubManager()) {
      return net.gains(parameters, scope).toFloatArray();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
