package org.strop.reward.regret;

import java.util.Arrays;
import org.strop.reward.likelihood.BradleyTerry;
import org.strop.reward.world.SuccessorFeatures;

/**
 * Regret: P(2 ≻ 1) = σ( regret_d(1) − regret_d(2) ), with V* by {@link SoftGpi}.
 *
 * <pre>  logit = w · (Φ₂ − Φ₁) + [Ṽ(s_T) − Ṽ(s₀)]₂ − [Ṽ(s_T) − Ṽ(s₀)]₁</pre>
 *
 * <p>Not convex in w: Ṽ bends where the best policy changes.
 */
public final class RegretObjective implements RewardObjective {
  private final WorldPairs pairs;
  private final SoftGpi values;

  /**
   * @param temperature τ of the soft maximum
   */
  public RegretObjective(WorldPairs pairs, SuccessorFeatures features, double temperature) {
    if (features.features() != pairs.features()) {
      throw new IllegalArgumentException(
          "successor features have width " + features.features() + ", not " + pairs.features());
    }
    this.pairs = pairs;
    this.values = new SoftGpi(features, pairs.states(), temperature);
  }

  @Override
  public int size() {
    return pairs.features();
  }

  @Override
  public double cost(double[] weights, double[] gradient) {
    Arrays.fill(gradient, 0);
    values.at(weights);
    double cost = 0;
    int n = pairs.size();
    for (int i = 0; i < n; i++) {
      double logit = pairs.returnDifference(i, weights) + shaping(i);
      cost += BradleyTerry.cost(logit, pairs.label(i)) / n;
      double slope = BradleyTerry.gradient(logit, pairs.label(i)) / n;
      pairs.addDifference(i, slope, gradient);
      values.addGradient(pairs.secondEnd(i), slope, gradient);
      values.addGradient(pairs.secondStart(i), -slope, gradient);
      values.addGradient(pairs.firstEnd(i), -slope, gradient);
      values.addGradient(pairs.firstStart(i), slope, gradient);
    }
    return cost;
  }

  private double shaping(int pair) {
    double second = values.value(pairs.secondEnd(pair)) - values.value(pairs.secondStart(pair));
    double first = values.value(pairs.firstEnd(pair)) - values.value(pairs.firstStart(pair));
    return second - first;
  }
}
