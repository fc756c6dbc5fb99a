package org.strop.reward.world;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Successor features of a set of policies: what each collects from each state, whatever the reward.
 *
 * <p>With them the value of every policy is linear in reward weights, and the best of them in each
 * state bounds V* from below (generalised policy improvement, Barreto et al. 2017). Immutable.
 */
public final class SuccessorFeatures {
  private final int policies;
  private final int states;
  private final int features;
  private final double[] psi;

  /**
   * @param psi length policies·S·K, row-major; copied
   */
  public SuccessorFeatures(int policies, int states, int features, double[] psi) {
    if (policies < 1 || psi.length != policies * states * features) {
      throw new IllegalArgumentException(
          psi.length + " values for [" + policies + ", " + states + ", " + features + "]");
    }
    for (double value : psi) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("successor features hold " + value);
      }
    }
    this.policies = policies;
    this.states = states;
    this.features = features;
    this.psi = psi.clone();
  }

  /**
   * Returns the successor features of policies that are optimal for random rewards, and of the
   * uniformly random one, which comes first.
   *
   * <p>Weights are drawn from N(0, 1) times 10 to the power of U(−1, 1), independently (ours): a
   * goal must be able to outweigh the way to it. A policy that was drawn before counts again.
   *
   * @param count policies in all, at least 1
   */
  public static SuccessorFeatures ofRandomRewards(
      World world, int count, double gamma, SplittableRandom random) {
    int width = world.features();
    double[] psi = new double[count * world.states() * width];
    for (int k = 0; k < count; k++) {
      double[] policy;
      if (k == 0) {
        policy = Policies.uniform(world);
      } else {
        double[] weights = new double[width];
        for (int i = 0; i < width; i++) {
          weights[i] = random.nextGaussian() * Math.pow(10, random.nextDouble(-1, 1));
        }
        policy = Policies.optimal(world, world.rewards(weights), gamma);
      }
      double[] one = Policies.successorFeatures(world, policy, gamma);
      System.arraycopy(one, 0, psi, k * one.length, one.length);
    }
    return new SuccessorFeatures(count, world.states(), width, psi);
  }

  /** Returns these and those of one policy more: the optimal one under weights of length K. */
  public SuccessorFeatures withOptimal(World world, double[] weights, double gamma) {
    double[] policy = Policies.optimal(world, world.rewards(weights), gamma);
    double[] one = Policies.successorFeatures(world, policy, gamma);
    double[] more = Arrays.copyOf(psi, psi.length + one.length);
    System.arraycopy(one, 0, more, psi.length, one.length);
    return new SuccessorFeatures(policies + 1, states, features, more);
  }

  /** Returns the number of policies. */
  public int policies() {
    return policies;
  }

  /** Returns the number of states. */
  public int states() {
    return states;
  }

  /** Returns the number of features, K. */
  public int features() {
    return features;
  }

  /** Returns ψᵏ(s), one feature of it. */
  public double get(int policy, int state, int feature) {
    return psi[(policy * states + state) * features + feature];
  }

  /** Returns the value of the best policy in a state: max_k w · ψᵏ(s), at most V*(s). */
  public double bestValue(int state, double[] weights) {
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < policies; k++) {
      double q = 0;
      for (int i = 0; i < features; i++) {
        q += weights[i] * get(k, state, i);
      }
      best = Math.max(best, q);
    }
    return best;
  }
}
