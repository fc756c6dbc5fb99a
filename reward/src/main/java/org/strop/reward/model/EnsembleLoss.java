package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.strop.policy.nn.Parameters;

/**
 * The loss of each member on a batch: what its network says of rows, as means over runs, each kind
 * of label by its own cost.
 */
final class EnsembleLoss {
  private static final float LEFT_OUT = -1e9f; // finite, so that a softmax stays a number

  private final Network net;
  private final PartCosts costs;

  EnsembleLoss(Network net, PartCosts costs) {
    this.net = net;
    this.costs = costs;
  }

  /**
   * Returns the loss of each member.
   *
   * @param batch with at least one block
   * @return shape [M]; belongs to {@code step}
   */
  NDArray of(NDManager step, Parameters p, Batch batch) {
    int width = batch.rows().length / batch.rowCount();
    int window = batch.window();
    NDArray x = step.create(batch.rows(), new Shape(batch.rowCount() / window, window, width));
    Outputs outputs = net.forward(p, x);
    NDArray total = step.zeros(new Shape(net.members()));
    int from = 0;
    for (Map.Entry<Part, Batch.Block> entry : batch.blocks().entrySet()) {
      Batch.Block block = entry.getValue();
      int runs = entry.getKey() == Part.PAIRS ? 2 * block.count() : block.count();
      Rows rows = new Rows(from, runs, block.stepsEach());
      NDArray means = means(step, outputs, block, rows);
      NDArray utilities =
          entry.getKey() == Part.PAIRS ? utilities(step, p, batch, outputs, means) : means;
      total = total.add(costs.of(step, p, entry.getKey(), block, outputs, rows, means, utilities));
      from = rows.to();
    }
    return total.add(costs.penalty(outputs));
  }

  /**
   * Where a part's rows are.
   *
   * @param from first row
   * @param runs of {@code each} rows
   */
  record Rows(int from, int runs, int each) {
    int to() {
      return from + runs * each;
    }

    /** Returns this part of per-row numbers, [M, N] to [M, runs, each]. */
    NDArray of(NDArray values) {
      long members = values.getShape().get(0);
      return values
          .get(new NDIndex().addAllDim().addSliceDim(from, to()))
          .reshape(new Shape(members, runs, each));
    }
  }

  /** Returns means where people compare returns, means with values where they compare regrets. */
  private NDArray utilities(
      NDManager step, Parameters p, Batch batch, Outputs outputs, NDArray means) {
    if (batch.shift().isEmpty()) {
      return means;
    }
    Batch.Shift shift = batch.shift().get();
    long count = shift.rows().length;
    NDArray rewards =
        outputs
            .values()
            .get(new NDIndex().addAllDim().addSliceDim(batch.rowCount() - count, batch.rowCount()));
    NDArray weights = step.create(shift.weights(), new Shape(count, means.getShape().get(1)));
    return means.add(net.mixture().times(p, step, rewards.matMul(weights)));
  }

  private NDArray means(NDManager step, Outputs outputs, Batch.Block block, Rows rows) {
    NDArray values = rows.of(outputs.values());
    if (block.stepWeights().length == 0) {
      return values.mean(new int[] {2});
    }
    NDArray weights = step.create(block.stepWeights(), new Shape(1, rows.runs(), rows.each()));
    if (outputs.importance().isPresent()) {
      NDArray outside = weights.lte(0).toType(values.getDataType(), false).mul(LEFT_OUT);
      weights = rows.of(outputs.importance().get()).add(outside).softmax(2);
    }
    return values.mul(weights).sum(new int[] {2});
  }
}
