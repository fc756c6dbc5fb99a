package org.strop.reward.regret;

import java.util.Arrays;
import org.strop.reward.likelihood.BradleyTerry;

/** Partial return: P(2 ≻ 1) = σ( w · (Φ₂ − Φ₁) ). Convex in w. */
public final class PartialReturnObjective implements RewardObjective {
  private final WorldPairs pairs;

  /** Makes the objective of labelled pairs. */
  public PartialReturnObjective(WorldPairs pairs) {
    this.pairs = pairs;
  }

  @Override
  public int size() {
    return pairs.features();
  }

  @Override
  public double cost(double[] weights, double[] gradient) {
    Arrays.fill(gradient, 0);
    double cost = 0;
    int n = pairs.size();
    for (int i = 0; i < n; i++) {
      double logit = pairs.returnDifference(i, weights);
      cost += BradleyTerry.cost(logit, pairs.label(i)) / n;
      pairs.addDifference(i, BradleyTerry.gradient(logit, pairs.label(i)) / n, gradient);
    }
    return cost;
  }
}
