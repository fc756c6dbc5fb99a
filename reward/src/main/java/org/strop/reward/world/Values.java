package org.strop.reward.world;

import java.util.Arrays;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Optimal values of a world under given rewards.
 *
 * <p>With γ &lt; 1 by policy iteration (Howard 1960): a policy in a deterministic world is a graph
 * in which every state has one successor, so its value is exact in one walk, also around its loops.
 * With γ = 1 by value iteration from zero, which ends only where no loop pays.
 */
public final class Values {
  /** Actions whose values differ by less than this, relative to max(1, |value|), are tied. */
  public static final double TIE = 1e-9;

  private static final int MOST_SWEEPS = 100_000;

  private Values() {}

  /**
   * Returns V*, length S.
   *
   * <pre>  V*(s) = max_a [ r(s, a) + γ V*(s′) ]</pre>
   *
   * @param rewards length S·A, finite; not modified; those of terminal states must be 0
   * @param gamma discount, in (0, 1]
   * @throws StropException if γ is 1 and some loop pays, so that no finite value exists
   */
  public static double[] optimal(World world, double[] rewards, double gamma) {
    if (!(gamma > 0 && gamma <= 1) || rewards.length != world.states() * world.actions()) {
      throw new IllegalArgumentException("gamma " + gamma + ", " + rewards.length + " rewards");
    }
    return gamma == 1 ? undiscounted(world, rewards) : discounted(world, rewards, gamma);
  }

  /**
   * Returns Q(s, a) = r(s, a) + γ V(s′), length S·A.
   *
   * @param values length S; not modified
   */
  public static double[] actionValues(
      World world, double[] rewards, double[] values, double gamma) {
    double[] q = new double[rewards.length];
    for (int i = 0; i < q.length; i++) {
      int next = world.next(i / world.actions(), i % world.actions());
      q[i] = rewards[i] + gamma * values[next];
    }
    return q;
  }

  /** Returns A*(s, a) = Q*(s, a) − V*(s), length S·A, at most 0 up to rounding. */
  public static double[] advantages(World world, double[] rewards, double gamma) {
    double[] values = optimal(world, rewards, gamma);
    double[] advantages = actionValues(world, rewards, values, gamma);
    for (int i = 0; i < advantages.length; i++) {
      advantages[i] -= values[i / world.actions()];
    }
    return advantages;
  }

  private static double[] undiscounted(World world, double[] rewards) {
    double[] values = new double[world.states()];
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double change = 0;
      for (int s = 0; s < values.length; s++) {
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < world.actions(); a++) {
          best = Math.max(best, rewards[s * world.actions() + a] + values[world.next(s, a)]);
        }
        change = Math.max(change, Math.abs(best - values[s]));
        values[s] = best;
      }
      if (change < 1e-12) {
        return values;
      }
    }
    throw new StropException(
        ErrorCode.COMPUTATION,
        "undiscounted values did not settle in " + MOST_SWEEPS + " sweeps",
        "value iteration over " + world.states() + " states",
        "use a discount below 1, or rewards under which no loop pays");
  }

  private static double[] discounted(World world, double[] rewards, double gamma) {
    int[] policy = new int[world.states()];
    double[] values = follow(world, rewards, policy, gamma);
    for (int round = 0; round < MOST_SWEEPS; round++) {
      if (!improve(world, rewards, values, policy, gamma)) {
        return values;
      }
      values = follow(world, rewards, policy, gamma);
    }
    throw new IllegalStateException("policy iteration did not end: rewards are not finite");
  }

  /** Switches to better actions, where better by more than rounding; says whether any was. */
  private static boolean improve(
      World world, double[] rewards, double[] values, int[] policy, double gamma) {
    boolean changed = false;
    for (int s = 0; s < policy.length; s++) {
      double best = values[s] + TIE * 1e-2 * Math.max(1, Math.abs(values[s]));
      for (int a = 0; a < world.actions(); a++) {
        double q = rewards[s * world.actions() + a] + gamma * values[world.next(s, a)];
        if (q > best) {
          best = q;
          policy[s] = a;
          changed = true;
        }
      }
    }
    return changed;
  }

  /** Returns the values of a deterministic policy: each walk ends in a known state or a loop. */
  private static double[] follow(World world, double[] rewards, int[] policy, double gamma) {
    int states = world.states();
    double[] values = new double[states];
    int[] walkOf = new int[states];
    Arrays.fill(walkOf, -1);
    int[] path = new int[states];
    for (int start = 0; start < states; start++) {
      int length = 0;
      int s = start;
      while (walkOf[s] < 0) {
        walkOf[s] = start;
        path[length++] = s;
        s = world.next(s, policy[s]);
      }
      if (length > 0 && walkOf[s] == start) {
        values[s] = loop(world, rewards, policy, gamma, s);
      }
      for (int i = length - 1; i >= 0; i--) {
        int p = path[i];
        double reward = rewards[p * world.actions() + policy[p]];
        values[p] = reward + gamma * values[world.next(p, policy[p])];
      }
    }
    return values;
  }

  /** Returns Σ γᵗ r over one turn, divided by 1 − γᴸ. */
  private static double loop(World world, double[] rewards, int[] policy, double gamma, int entry) {
    double sum = 0;
    double discount = 1;
    int s = entry;
    do {
      sum += discount * rewards[s * world.actions() + policy[s]];
      discount *= gamma;
      s = world.next(s, policy[s]);
    } while (s != entry);
    return sum / (1 - discount);
  }
}
