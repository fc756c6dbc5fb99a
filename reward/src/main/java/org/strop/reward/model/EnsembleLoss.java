package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.strop.policy.nn.Parameters;

/**
 * The loss of each member on a batch.
 *
 * <pre>
 *   L = w_thick Σ (mean_piece r − y)² + w_score Σ (mean_segment r − y)² + w_pair Σ ℓ(z, y)
 *   z = gain · (R₂ − R₁),   ℓ = y·softplus(−z) + (1 − y)·softplus(z)
 * </pre>
 *
 * METHODS 1 and 2; each sum is a weighted mean over labels.
 */
final class EnsembleLoss {
  private final RewardNet net;

  EnsembleLoss(RewardNet net) {
    this.net = net;
  }

  /**
   * Returns the loss of each member.
   *
   * @param batch with at least one block
   * @return shape [M]; belongs to {@code step}
   */
  NDArray of(NDManager step, Parameters p, Batch batch) {
    int width = batch.rows().length / batch.rowCount();
    NDArray x = step.create(batch.rows(), new Shape(batch.rowCount(), width));
    NDArray rewards = net.rewards(p, x);
    NDArray total = step.zeros(new Shape(net.members()));
    int from = 0;
    for (Map.Entry<Part, Batch.Block> entry : batch.blocks().entrySet()) {
      Batch.Block block = entry.getValue();
      int runs = entry.getKey() == Part.PAIRS ? 2 * block.count() : block.count();
      int to = from + runs * block.stepsEach();
      NDArray means =
          rewards
              .get(new NDIndex().addAllDim().addSliceDim(from, to))
              .reshape(new Shape(net.members(), runs, block.stepsEach()))
              .mean(new int[] {2});
      total = total.add(cost(step, p, entry.getKey(), block, means));
      from = to;
    }
    return total;
  }

  private NDArray cost(NDManager step, Parameters p, Part part, Batch.Block block, NDArray means) {
    NDArray values = step.create(block.values(), new Shape(1, block.count()));
    NDArray weights = step.create(block.weights(), new Shape(net.members(), block.count()));
    NDArray cost =
        switch (part) {
          case THICKNESS, SCORES -> means.sub(values).square();
          case PAIRS -> choiceCost(step, p, block, means, values);
        };
    return cost.mul(weights).sum(new int[] {1});
  }

  private NDArray choiceCost(
      NDManager step, Parameters p, Batch.Block block, NDArray means, NDArray labels) {
    int n = block.count();
    NDArray factors = step.create(block.lengthFactors(), new Shape(1, 2L * n));
    NDArray returns = means.mul(factors);
    NDArray first = returns.get(new NDIndex().addAllDim().addSliceDim(0, n));
    NDArray second = returns.get(new NDIndex().addAllDim().addSliceDim(n, 2L * n));
    NDArray logit = second.sub(first).mul(net.gains(p, step));
    return choiceCost(logit, labels);
  }

  /**
   * Returns the negative log-likelihood of labels.
   *
   * @param logit of "second preferred", any shape
   * @param label in [0, 1], of a shape that broadcasts
   */
  static NDArray choiceCost(NDArray logit, NDArray label) {
    // ℓ = y·softplus(−z) + (1 − y)·softplus(z)
    NDArray second = ai.djl.nn.Activation.softPlus(logit.neg()).mul(label);
    NDArray first = ai.djl.nn.Activation.softPlus(logit).mul(label.neg().add(1f));
    return second.add(first);
  }
}
