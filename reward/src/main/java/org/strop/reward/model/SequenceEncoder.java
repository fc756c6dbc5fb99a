package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.strop.policy.nn.Initializer;
import org.strop.policy.nn.LayerNorm;
import org.strop.policy.nn.Linear;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.TransformerBlock;

/**
 * Each row with the rows before it in its window: M causal transformers, pre-norm, with learned
 * positions.
 *
 * <p>Rows after the last real one may hold anything: no real row sees them.
 *
 * @param positions slot, [M, 1, context, width]
 */
record SequenceEncoder(
    Linear embedding,
    int positions,
    List<TransformerBlock> blocks,
    LayerNorm norm,
    Linear head,
    int members,
    int context)
    implements Encoder {
  /** Small against the embedded features, as is usual; ours. */
  private static final double POSITION_BOUND = 0.05;

  SequenceEncoder {
    blocks = List.copyOf(blocks);
  }

  static SequenceEncoder declare(
      ParameterLayout layout, EncoderConfig.Transformer c, int members, int features, int out) {
    List<TransformerBlock> blocks = new ArrayList<>();
    for (int b = 0; b < c.blocks(); b++) {
      blocks.add(
          TransformerBlock.declare(
              layout, "blocks." + b, members, c.width(), c.heads(), c.hiddenWidth()));
    }
    Initializer start = new Initializer.Uniform(POSITION_BOUND);
    return new SequenceEncoder(
        Linear.declare(layout, "embedding", members, features, c.width()),
        layout.add("positions", start, members, 1, c.context(), c.width()),
        blocks,
        LayerNorm.declare(layout, "norm", members, c.width()),
        Linear.declare(layout, "head", members, c.width(), out),
        members,
        c.context());
  }

  @Override
  public NDArray forward(Parameters p, NDArray x) {
    long runs = x.getShape().get(0);
    long steps = x.getShape().get(1);
    if (steps != context) {
      throw new IllegalArgumentException("expected [R, " + context + ", F], found " + x.getShape());
    }
    NDArray rows = x.reshape(new Shape(runs * steps, x.getShape().get(2)));
    NDArray tokens = embedding.forward(p, rows);
    long width = tokens.getShape().get(2);
    NDArray h =
        tokens
            .reshape(new Shape(members, runs, steps, width))
            .add(p.get(positions))
            .reshape(new Shape(members, runs * steps, width));
    for (TransformerBlock block : blocks) {
      h = block.forward(p, h, steps);
    }
    return head.forward(p, norm.forward(p, h));
  }
}
