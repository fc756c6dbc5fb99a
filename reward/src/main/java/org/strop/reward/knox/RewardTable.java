package org.strop.reward.knox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.world.World;

/**
 * Reads the weights of features off a table of rewards.
 *
 * <p>A transition in which all features but one are known tells that one's weight; the most common
 * answer wins. So entries that contradict the others do no harm, and are reported.
 */
final class RewardTable {
  private RewardTable() {}

  /**
   * Returns the weights; 0 for a feature that no transition has.
   *
   * @param rewards length S·A; not modified
   * @throws StropException if some feature cannot be told apart
   */
  static double[] weights(World world, double[] rewards, Path file) {
    int width = world.features();
    double[] weights = new double[width];
    boolean[] known = new boolean[width];
    for (int round = 0; round < width; round++) {
      for (int k = 0; k < width; k++) {
        Map<Double, Integer> votes = votes(world, rewards, weights, known, k);
        if (!known[k] && !votes.isEmpty()) {
          weights[k] =
              votes.entrySet().stream()
                  .max(
                      Map.Entry.<Double, Integer>comparingByValue()
                          .thenComparing(Map.Entry.comparingByKey()))
                  .orElseThrow()
                  .getKey();
          known[k] = true;
        }
      }
    }
    for (int k = 0; k < width; k++) {
      int feature = k;
      boolean occurs =
          IntStream.range(0, rewards.length).anyMatch(i -> value(world, i, feature) != 0);
      if (occurs && !known[k]) {
        throw new StropException(
            ErrorCode.CORRUPT_DATA,
            "the weight of feature " + k + " does not follow from the rewards",
            file.toString(),
            "give a board on which each feature occurs alone or with known ones");
      }
    }
    return weights;
  }

  private static Map<Double, Integer> votes(
      World world, double[] rewards, double[] weights, boolean[] known, int feature) {
    Map<Double, Integer> votes = new HashMap<>();
    for (int i = 0; i < rewards.length; i++) {
      double rest = rewards[i];
      boolean tells = value(world, i, feature) != 0;
      for (int k = 0; k < weights.length; k++) {
        if (k != feature && value(world, i, k) != 0) {
          tells &= known[k];
          rest -= weights[k] * value(world, i, k);
        }
      }
      if (tells) {
        votes.merge(rest, 1, Integer::sum);
      }
    }
    return votes;
  }

  private static double value(World world, int transition, int feature) {
    return world.feature(transition / world.actions(), transition % world.actions(), feature);
  }
}
