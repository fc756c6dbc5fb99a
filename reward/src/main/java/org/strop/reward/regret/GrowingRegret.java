package org.strop.reward.regret;

import java.util.ArrayList;
import java.util.List;
import org.strop.reward.world.SuccessorFeatures;
import org.strop.reward.world.World;

/**
 * Learns a reward under regret where the world can be planned in: the set of policies behind V*
 * grows.
 *
 * <p>Generalised policy improvement over policies that were fixed in advance is a lower bound of
 * V*, and where it is loose the reward is bent to make up for it. So each round learns weights,
 * plans with them, and adds the plan's successor features; the bound is then tight where the
 * weights are. Rounds start in turn from the best weights so far and from their opposite, since the
 * cost is not convex. The weights of the round that is cheapest under the final set win. Ours.
 *
 * @param optimizer of each round
 * @param rounds at least 1
 * @param cooling learning rate of a round over that of the round before, in (0, 1]
 * @param gamma discount of values, below 1
 * @param temperature τ of the soft maximum
 */
public record GrowingRegret(
    FullBatchAdam optimizer, int rounds, double cooling, double gamma, double temperature) {
  /**
   * Learns weights.
   *
   * @param known successor features to begin with
   * @param start first weights, length K; not modified
   */
  public FullBatchAdam.Learned fit(
      World world, WorldPairs pairs, SuccessorFeatures known, double[] start) {
    SuccessorFeatures features = known;
    List<double[]> found = new ArrayList<>();
    double[] from = start;
    for (int round = 0; round < rounds; round++) {
      RegretObjective objective = new RegretObjective(pairs, features, temperature);
      double rate = optimizer.learningRate() * Math.pow(cooling, round);
      FullBatchAdam adam = new FullBatchAdam(rate, optimizer.iterations());
      double[] weights = adam.minimise(objective, from).weights();
      found.add(weights);
      features = features.withOptimal(world, weights, gamma);
      from = weights;
    }
    return cheapest(found, new RegretObjective(pairs, features, temperature));
  }

  private static FullBatchAdam.Learned cheapest(List<double[]> found, RegretObjective objective) {
    FullBatchAdam.Learned best = null;
    for (int i = 0; i < found.size(); i++) {
      double cost = objective.cost(found.get(i), new double[objective.size()]);
      if (best == null || cost < best.cost()) {
        best = new FullBatchAdam.Learned(found.get(i), cost, i);
      }
    }
    return java.util.Objects.requireNonNull(best);
  }
}
