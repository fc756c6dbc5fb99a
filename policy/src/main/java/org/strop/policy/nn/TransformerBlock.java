package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;

/**
 * A pre-norm causal transformer block with a member axis (Xiong et al. 2020 for the order).
 *
 * <pre>  h = x + attention(norm₁(x));   y = h + W₂·gelu(W₁·norm₂(h))</pre>
 */
public record TransformerBlock(
    LayerNorm first, CausalAttention attention, LayerNorm second, Mlp feedForward) {

  /**
   * Declares a block of M members.
   *
   * @param hidden width of the feed-forward part; four times the width is usual
   */
  public static TransformerBlock declare(
      ParameterLayout layout, String name, int members, int width, int heads, int hidden) {
    return new TransformerBlock(
        LayerNorm.declare(layout, name + ".norm1", members, width),
        CausalAttention.declare(layout, name + ".attention", members, width, heads),
        LayerNorm.declare(layout, name + ".norm2", members, width),
        Mlp.declare(layout, name + ".mlp", members, Activation.GELU, width, hidden, width));
  }

  /**
   * Returns the steps with what they gathered from before.
   *
   * @param x [M, R·C, d]: R runs of C steps each
   * @param steps C
   * @return [M, R·C, d]; belongs to the manager of x
   */
  public NDArray forward(Parameters p, NDArray x, long steps) {
    NDArray h = x.add(attention.forward(p, first.forward(p, x), steps));
    return h.add(feedForward.forward(p, second.forward(p, h)));
  }
}
