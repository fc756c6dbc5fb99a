package org.strop.reward.recovery;

import java.util.SplittableRandom;
import org.strop.policy.nn.Seeds;
import org.strop.reward.regret.FullBatchAdam;
import org.strop.reward.regret.GrowingRegret;
import org.strop.reward.regret.PartialReturnObjective;
import org.strop.reward.regret.WorldPairs;
import org.strop.reward.world.ScaledReturn;
import org.strop.reward.world.SuccessorFeatures;
import org.strop.reward.world.World;

/** Learns rewards of one world under both models, from the same first weights. */
final class RewardArm {
  private final WorldsConfig config;
  private final World world;
  private final ScaledReturn scaled;
  private final SuccessorFeatures features;
  private final double[] start;

  RewardArm(RandomWorld task, WorldsConfig config, int index) {
    this.config = config;
    world = task.world();
    scaled = new ScaledReturn(task.world(), task.weights(), config.gamma());
    SplittableRandom random = Seeds.stream(config.seed(), "policies", index);
    features =
        SuccessorFeatures.ofRandomRewards(task.world(), config.policies(), config.gamma(), random);
    double bound = 1 / Math.sqrt(RandomWorld.FEATURES);
    start =
        Seeds.stream(config.seed(), "weights", index)
            .doubles(RandomWorld.FEATURES, -bound, bound)
            .toArray();
  }

  double regret(WorldPairs pairs) {
    GrowingRegret growing =
        new GrowingRegret(
            config.regret(),
            config.regretRounds(),
            config.regretCooling(),
            config.gamma(),
            config.temperature());
    return scaled.ofWeights(growing.fit(world, pairs, features, start).weights());
  }

  double partialReturn(WorldPairs pairs) {
    FullBatchAdam adam = config.partialReturn();
    return scaled.ofWeights(adam.minimise(new PartialReturnObjective(pairs), start).weights());
  }
}
