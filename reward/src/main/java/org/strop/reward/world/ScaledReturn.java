package org.strop.reward.world;

/**
 * How good a learned reward is: what the policy that is optimal for it earns under the true one.
 *
 * <pre>  ( U_π − U_random ) / ( U_optimal − U_random )        Knox et al., arXiv 2206.02231</pre>
 *
 * <p>U is the mean return over all start states. 1 is optimal, 0 is the uniformly random policy,
 * above {@value #NEAR_OPTIMAL} is called near-optimal. Where greedy actions tie, the policy splits
 * evenly among them.
 */
public final class ScaledReturn {
  /** Above this a policy is near-optimal. */
  public static final double NEAR_OPTIMAL = 0.9;

  private final World world;
  private final double[] weights;
  private final double gamma;
  private final double optimal;
  private final double random;

  /**
   * @param weights true reward weights, length K; copied
   * @param gamma in (0, 1)
   * @throws IllegalArgumentException if the optimal policy earns no more than the random one
   */
  public ScaledReturn(World world, double[] weights, double gamma) {
    this.world = world;
    this.weights = weights.clone();
    this.gamma = gamma;
    optimal = meanReturn(Policies.optimal(world, world.rewards(weights), gamma));
    random = meanReturn(Policies.uniform(world));
    if (!(optimal > random)) {
      throw new IllegalArgumentException("optimal " + optimal + ", random " + random);
    }
  }

  /** Returns the mean true return of a policy over all starts; exact. */
  public double meanReturn(double[] policy) {
    double[] psi = Policies.successorFeatures(world, policy, gamma);
    int[] starts = world.starts();
    double sum = 0;
    for (int s : starts) {
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * psi[s * weights.length + k];
      }
    }
    return sum / starts.length;
  }

  /** Returns the mean return of the optimal policy. */
  public double optimal() {
    return optimal;
  }

  /** Returns the mean return of the uniformly random policy. */
  public double random() {
    return random;
  }

  /** Returns the scaled return of a policy. */
  public double ofPolicy(double[] policy) {
    return (meanReturn(policy) - random) / (optimal - random);
  }

  /** Returns the scaled return of the policy that is optimal for learned rewards, length S·A. */
  public double ofRewards(double[] rewards) {
    return ofPolicy(Policies.optimal(world, rewards, gamma));
  }

  /** Returns the scaled return of the policy that is optimal for learned weights, length K. */
  public double ofWeights(double[] learned) {
    return ofRewards(world.rewards(learned));
  }
}
