package org.strop.reward.world;

import java.util.Arrays;

/** Policies as tables of probabilities, length S·A, and what they are worth, exactly. */
public final class Policies {
  private Policies() {}

  /** Returns the policy that takes every action alike. */
  public static double[] uniform(World world) {
    double[] policy = new double[world.states() * world.actions()];
    Arrays.fill(policy, 1.0 / world.actions());
    return policy;
  }

  /**
   * Returns the policy that takes the best action; tied ones ({@link Values#TIE}) share evenly.
   *
   * @param q value of each action, length S·A, finite; not modified
   */
  public static double[] greedy(World world, double[] q) {
    int actions = world.actions();
    double[] policy = new double[q.length];
    for (int s = 0; s < world.states(); s++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int a = 0; a < actions; a++) {
        best = Math.max(best, q[s * actions + a]);
      }
      double least = best - Values.TIE * Math.max(1, Math.abs(best));
      int tied = 0;
      for (int a = 0; a < actions; a++) {
        tied += q[s * actions + a] >= least ? 1 : 0;
      }
      for (int a = 0; a < actions; a++) {
        policy[s * actions + a] = q[s * actions + a] >= least ? 1.0 / tied : 0;
      }
    }
    return policy;
  }

  /** Returns the greedy policy of the optimal values under rewards. */
  public static double[] optimal(World world, double[] rewards, double gamma) {
    double[] values = Values.optimal(world, rewards, gamma);
    return greedy(world, Values.actionValues(world, rewards, values, gamma));
  }

  /**
   * Returns the successor features of a policy, length S·K.
   *
   * <pre>  ψ(s) = E Σ γᵗ φ(s_t, a_t) ,   (I − γP) ψ = Σ_a π(a|s) φ(s, a)        Barreto et al. 2017
   * </pre>
   *
   * @param policy length S·A, each state's row a distribution; not modified
   * @param gamma below 1, or 1 where the policy ends from every state
   */
  public static double[] successorFeatures(World world, double[] policy, double gamma) {
    int n = world.states();
    int width = world.features();
    double[] matrix = new double[n * n];
    double[] right = new double[n * width];
    double[] sum = new double[width];
    for (int s = 0; s < n; s++) {
      Arrays.fill(sum, 0);
      for (int a = 0; a < world.actions() && !world.terminal(s); a++) {
        double p = policy[s * world.actions() + a];
        matrix[s * n + world.next(s, a)] -= gamma * p;
        world.addFeatures(s, a, p, sum);
      }
      matrix[s * n + s] += 1;
      System.arraycopy(sum, 0, right, s * width, width);
    }
    LinearSolve.inPlace(matrix, right, n, width);
    return right;
  }
}
