package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Scalars;
import org.strop.reward.composite.CompositeConfig;

/**
 * Costs of the composite reward.
 *
 * <pre>
 *   L = w_concept Σ_piece mean (c − metric)² + w_score Σ −ln P(score | z̄) + w_pair Σ −ln P(choice | z̄₁, z̄₂)
 *     + penalty · mean h² + centre · mean z̄²
 * </pre>
 *
 * <p>z̄ is the mean pre-squash of a segment, c the predicted label-side metrics, h the residual.
 * Likelihoods by the port {@code PreferenceModel}. No gradient of choices or scores reaches c
 * (sequential bottleneck, Koh et al. 2020): it stays a prediction of the metric.
 */
record CompositeCosts(CompositeNet net, CompositeConfig config, AnswerLoss answers)
    implements PartCosts {
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
    if (part != Part.THICKNESS) {
      NDArray centre = Scalars.times(means.square().mean(new int[] {1}), (float) config.centre());
      return answers.of(step, p, part, block, utilities).add(centre);
    }
    if (block.concepts().length == 0) {
      return step.zeros(new Shape(net.members()));
    }
    return conceptCost(
        step, block, outputs.composite().flatMap(c -> c.concepts()).orElseThrow(), rows);
  }

  private NDArray conceptCost(
      NDManager step, Batch.Block block, NDArray concepts, EnsembleLoss.Rows rows) {
    long count = concepts.getShape().get(2);
    Shape shape = new Shape(1, rows.runs(), rows.each(), count);
    float[] targets = new float[block.concepts().length];
    float[] known = new float[targets.length];
    for (int i = 0; i < targets.length; i++) {
      boolean unknown = Float.isNaN(block.concepts()[i]);
      float stepWeight =
          block.stepWeights().length == 0
              ? 1f / rows.each()
              : block.stepWeights()[(int) (i / count)];
      targets[i] = unknown ? 0 : block.concepts()[i];
      known[i] = unknown ? 0 : stepWeight / count;
    }
    NDArray predicted =
        concepts
            .get(new NDIndex().addAllDim().addSliceDim(rows.from(), rows.to()))
            .reshape(new Shape(net.members(), rows.runs(), rows.each(), count));
    NDArray cost =
        predicted
            .sub(step.create(targets, shape))
            .square()
            .mul(step.create(known, shape))
            .sum(new int[] {2, 3});
    NDArray weights = step.create(block.weights(), new Shape(net.members(), block.count()));
    return cost.mul(weights).sum(new int[] {1});
  }

  @Override
  public NDArray penalty(Outputs outputs) {
    NDArray parts = outputs.composite().orElseThrow().parts();
    NDArray residual = RewardNet.column(parts, parts.getShape().get(2) - 1);
    return Scalars.times(residual.square().mean(new int[] {1}), (float) config.residualPenalty());
  }
}
