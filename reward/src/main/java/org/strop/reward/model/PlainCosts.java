package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.strop.policy.nn.Parameters;

/**
 * Costs of the plain reward.
 *
 * <pre>
 *   L = w_thick Σ (mean_piece r − y)² + w_score Σ (mean_segment r − y)² + w_pair Σ ℓ(z, y)
 *   z = gain · (R₂ − R₁),   ℓ = y·softplus(−z) + (1 − y)·softplus(z)
 * </pre>
 *
 * METHODS 1 and 2; each sum is a weighted mean over labels.
 */
record PlainCosts(RewardNet net) implements PartCosts {
  @Override
  public NDArray of(
      NDManager step,
      Parameters p,
      Part part,
      Batch.Block block,
      Outputs outputs,
      EnsembleLoss.Rows rows,
      NDArray means,
      NDArray utilities) {
    NDArray values = step.create(block.values(), new Shape(1, block.count()));
    NDArray weights = step.create(block.weights(), new Shape(net.members(), block.count()));
    NDArray cost =
        switch (part) {
          case THICKNESS, SCORES -> means.sub(values).square();
          case PAIRS -> choiceCost(step, p, block, utilities, values);
        };
    return cost.mul(weights).sum(new int[] {1});
  }

  @Override
  public NDArray penalty(Outputs outputs) {
    return outputs.values().getManager().zeros(new Shape(net.members()));
  }

  private NDArray choiceCost(
      NDManager step, Parameters p, Batch.Block block, NDArray utilities, NDArray labels) {
    int n = block.count();
    NDArray factors = step.create(block.lengthFactors(), new Shape(1, 2L * n));
    NDArray returns = utilities.mul(factors);
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
