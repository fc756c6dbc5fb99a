package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Multi-head self-attention in which a step sees itself and the steps before it (Vaswani et al.
 * 2017), with a member axis.
 *
 * <pre>  A = softmax(Q·Kᵀ/√dₕ + mask)·V,   mask = 0 where key ≤ query, else −10⁹</pre>
 *
 * <p>Padding belongs after the last real step: no real step sees it. All members, runs and heads
 * are one batched product.
 *
 * @param inputs to queries, keys and values in this order, each split into heads
 * @param output of the joined heads
 * @param heads divides the width
 */
public record CausalAttention(Linear inputs, Linear output, int heads) {
  private static final float UNSEEN = -1e9f; // finite: a row of −∞ would be NaN

  /** Declares a layer of M members. */
  public static CausalAttention declare(
      ParameterLayout layout, String name, int members, int width, int heads) {
    if (heads < 1 || width % heads != 0) {
      throw new IllegalArgumentException(
          name + ": width " + width + " does not divide into " + heads + " heads");
    }
    return new CausalAttention(
        Linear.declare(layout, name + ".inputs", members, width, 3 * width),
        Linear.declare(layout, name + ".output", members, width, width),
        heads);
  }

  /**
   * Returns what each step gathered.
   *
   * @param x [M, R·C, d]: R runs of C steps each
   * @param steps C
   * @return [M, R·C, d]; belongs to the manager of x
   */
  public NDArray forward(Parameters p, NDArray x, long steps) {
    long members = x.getShape().get(0);
    long runs = x.getShape().get(1) / steps;
    long width = x.getShape().get(2);
    long each = width / heads;
    NDArray qkv =
        inputs
            .forward(p, x)
            .reshape(new Shape(members * runs, steps, 3, heads, each))
            .transpose(2, 0, 3, 1, 4)
            .reshape(new Shape(3, members * runs * heads, steps, each));
    NDArray products = qkv.get(0).matMul(qkv.get(1).transpose(0, 2, 1));
    NDArray logits = Scalars.times(products, (float) (1 / Math.sqrt(each)));
    NDArray gathered = logits.add(mask(x.getManager(), (int) steps)).softmax(-1).matMul(qkv.get(2));
    NDArray joined =
        gathered
            .reshape(new Shape(members * runs, heads, steps, each))
            .transpose(0, 2, 1, 3)
            .reshape(new Shape(members, runs * steps, width));
    return output.forward(p, joined);
  }

  private static NDArray mask(NDManager scope, int steps) {
    float[] mask = new float[steps * steps];
    for (int query = 0; query < steps; query++) {
      for (int key = query + 1; key < steps; key++) {
        mask[query * steps + key] = UNSEEN;
      }
    }
    return scope.create(mask, new Shape(steps, steps));
  }
}
