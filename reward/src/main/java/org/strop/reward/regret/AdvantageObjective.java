package org.strop.reward.regret;

import java.util.Arrays;
import java.util.List;
import org.strop.reward.likelihood.BradleyTerry;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

/**
 * Partial return over a table of one number a transition. Fitted to labels made from regret, the
 * table becomes A* (Knox et al. 2024, arXiv 2310.02456): act greedily on it.
 *
 * <pre>  P(2 ≻ 1) = σ( Σ Â(s, a)|₂ − Σ Â(s, a)|₁ ) ,  Â = 0 in absorbing states</pre>
 *
 * <p>Segments of one length say nothing about a constant added to all of Â, unless some run on in
 * an absorbing state, where Â is fixed to 0. Greedy action does not depend on that constant; a
 * policy that takes Â for a reward does: too high, and it never ends an episode.
 *
 * <p>A ridge keeps the table finite where labels do not contradict each other, and transitions that
 * no pair tells apart at 0. Ours.
 */
public final class AdvantageObjective implements RewardObjective {
  private final int size;
  private final int[] plus;
  private final int[] minus;
  private final double[] labels;
  private final double ridge;

  /**
   * @param first segments on the left, length n, all of one length
   * @param second segments on the right, likewise
   * @param labels 1: second preferred; copied
   * @param ridge half of it times Σ Â², over n, is added to the cost
   */
  public AdvantageObjective(
      World world,
      List<WorldSegment> first,
      List<WorldSegment> second,
      double[] labels,
      double ridge) {
    size = world.states() * world.actions();
    plus = transitions(world, second);
    minus = transitions(world, first);
    this.labels = labels.clone();
    this.ridge = ridge;
    if (labels.length == 0 || first.size() != labels.length || plus.length != minus.length) {
      throw new IllegalArgumentException(first.size() + " pairs, " + labels.length + " labels");
    }
  }

  /** Returns the transitions of all segments in a row; −1 in absorbing states. */
  private static int[] transitions(World world, List<WorldSegment> segments) {
    int length = segments.get(0).length();
    int[] all = new int[segments.size() * length];
    for (int i = 0; i < all.length; i++) {
      WorldSegment segment = segments.get(i / length);
      int state = segment.state(i % length);
      all[i] = world.terminal(state) ? -1 : state * world.actions() + segment.action(i % length);
    }
    return all;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double cost(double[] weights, double[] gradient) {
    Arrays.fill(gradient, 0);
    int n = labels.length;
    int length = plus.length / n;
    double cost = 0;
    for (int i = 0; i < n; i++) {
      double logit = 0;
      for (int t = i * length; t < (i + 1) * length; t++) {
        logit += (plus[t] < 0 ? 0 : weights[plus[t]]) - (minus[t] < 0 ? 0 : weights[minus[t]]);
      }
      cost += BradleyTerry.cost(logit, labels[i]) / n;
      double slope = BradleyTerry.gradient(logit, labels[i]) / n;
      for (int t = i * length; t < (i + 1) * length; t++) {
        add(gradient, plus[t], slope);
        add(gradient, minus[t], -slope);
      }
    }
    for (int i = 0; i < size; i++) {
      cost += ridge / (2.0 * n) * weights[i] * weights[i];
      gradient[i] += ridge / n * weights[i];
    }
    return cost;
  }

  private static void add(double[] gradient, int transition, double slope) {
    if (transition >= 0) {
      gradient[transition] += slope;
    }
  }
}
