package org.strop.policy.finetune;

/**
 * Weights of reward-weighted cloning.
 *
 * <pre>  wᵢ = exp(β·rᵢ)/mean_j exp(β·r_j);   effective size = (Σw)²/Σw²</pre>
 */
final class RewardWeights {
  private RewardWeights() {}

  /** Returns the weights, of mean 1; all exactly 1 where β is 0 or the rewards are equal. */
  static float[] of(double[] rewards, double beta) {
    double max = Double.NEGATIVE_INFINITY;
    for (double r : rewards) {
      max = Math.max(max, beta * r);
    }
    double sum = 0;
    for (double r : rewards) {
      sum += Math.exp(beta * r - max);
    }
    float[] weights = new float[rewards.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (Math.exp(beta * rewards[i] - max) * rewards.length / sum);
    }
    return weights;
  }

  /** Returns how many equally weighted samples the weights are worth. */
  static double effectiveSize(float[] weights) {
    double sum = 0;
    double squares = 0;
    for (float w : weights) {
      sum += w;
      squares += (double) w * w;
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }
}
