package org.strop.reward.regret;

import org.strop.configs.Bounds;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Full-batch Adam that keeps the weights of the lowest cost (Knox et al., arXiv 2206.02231).
 *
 * @param learningRate step size, reward units; with 2 the weights jump at first, which is why the
 *     best and not the last are kept
 * @param iterations evaluations of the cost, at least 1
 */
public record FullBatchAdam(
    @Bounds(min = 1e-9, max = 1e3) double learningRate,
    @Bounds(min = 1, max = 1e7) int iterations) {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  /**
   * The best weights that were met.
   *
   * @param weights length K; not copied: handed over
   * @param cost at these weights, nats
   * @param iteration when, from 0
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Learned(double[] weights, double cost, int iteration) {}

  /**
   * Minimises an objective.
   *
   * @param start length {@link RewardObjective#size()}; not modified
   * @throws StropException if the cost stops being finite
   */
  public Learned minimise(RewardObjective objective, double[] start) {
    double[] w = start.clone();
    double[] gradient = new double[w.length];
    double[] first = new double[w.length];
    double[] second = new double[w.length];
    Learned best = new Learned(w.clone(), Double.POSITIVE_INFINITY, -1);
    for (int step = 0; step < iterations; step++) {
      double cost = objective.cost(w, gradient);
      requireFinite(cost, step);
      if (cost < best.cost()) {
        best = new Learned(w.clone(), cost, step);
      }
      double rate = learningRate / (1 - Math.pow(BETA1, step + 1));
      double spread = 1 / Math.sqrt(1 - Math.pow(BETA2, step + 1));
      for (int i = 0; i < w.length; i++) {
        first[i] = BETA1 * first[i] + (1 - BETA1) * gradient[i];
        second[i] = BETA2 * second[i] + (1 - BETA2) * gradient[i] * gradient[i];
        w[i] -= rate * first[i] / (Math.sqrt(second[i]) * spread + EPSILON);
      }
    }
    return best;
  }

  private static void requireFinite(double cost, int step) {
    if (!Double.isFinite(cost)) {
      throw new StropException(
          ErrorCode.COMPUTATION,
          "cost is " + cost + " in iteration " + step,
          "reward learning",
          "lower learning_rate");
    }
  }
}
