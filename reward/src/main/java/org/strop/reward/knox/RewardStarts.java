package org.strop.reward.knox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.nn.Seeds;
import org.strop.reward.npy.NpyArray;
import org.strop.reward.npy.NpyFiles;
import org.strop.reward.regret.FullBatchAdam;
import org.strop.reward.regret.PartialReturnObjective;
import org.strop.reward.regret.RegretObjective;
import org.strop.reward.regret.RewardObjective;
import org.strop.reward.regret.WorldPairs;
import org.strop.reward.world.ScaledReturn;
import org.strop.reward.world.SuccessorFeatures;

/**
 * Rewards learned from people's choices, from several first weights.
 *
 * <p>From decisive labels only, as the published figures were made (they come out so, and only so),
 * or with ties as labels of one half.
 */
final class RewardStarts {
  private static final String FILE = "successor_features.npy";

  private final DeliveryTask task;
  private final WorldPairs decisive;
  private final WorldPairs all;
  private final SuccessorFeatures features;
  private final KnoxConfig config;

  RewardStarts(Path folder, DeliveryTask task, PreferenceData data, KnoxConfig config) {
    this.task = task;
    this.config = config;
    decisive = pairs(data.decisive());
    all = pairs(data);
    features = successorFeatures(folder.resolve(FILE));
  }

  private WorldPairs pairs(PreferenceData data) {
    return new WorldPairs(task.world(), data.first(), data.second(), data.labels());
  }

  private SuccessorFeatures successorFeatures(Path file) {
    if (!Files.exists(file)) {
      return SuccessorFeatures.ofRandomRewards(
          task.world(),
          config.policies(),
          config.gamma(),
          Seeds.stream(config.foldSeed(), "policies", 0));
    }
    NpyArray psi = NpyFiles.read(file);
    if (psi.rank() != 4
        || psi.size(1) != task.board().rows()
        || psi.size(2) != task.board().columns()
        || psi.size(3) != task.world().features()) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          psi + " does not fit the board: expected [policies, rows, columns, features]",
          file.toString(),
          "remove the file, and successor features are computed");
    }
    return new SuccessorFeatures(
        psi.size(0), task.world().states(), task.world().features(), psi.values());
  }

  /** Returns scaled returns, one a start, under both models. */
  Returns learn(boolean withTies, Runnable tick) {
    WorldPairs pairs = withTies ? all : decisive;
    return new Returns(
        learn(config.partialReturn(), () -> new PartialReturnObjective(pairs), tick),
        learn(
            config.regret(),
            () -> new RegretObjective(pairs, features, config.temperature()),
            tick));
  }

  /**
   * Scaled returns of learned rewards, one a start.
   *
   * @param partialReturn learned under partial return
   * @param regret learned under regret
   */
  record Returns(List<Double> partialReturn, List<Double> regret) {}

  private List<Double> learn(
      FullBatchAdam optimizer, Supplier<RewardObjective> objective, Runnable tick) {
    ScaledReturn scaled = new ScaledReturn(task.world(), task.weights(), config.gamma());
    List<Double> returns = new ArrayList<>();
    for (long start = 1; start <= config.starts(); start++) {
      double[] first = firstWeights(start);
      returns.add(scaled.ofWeights(optimizer.minimise(objective.get(), first).weights()));
      tick.run();
    }
    return returns;
  }

  /** Draws weights from U(−1/√K, 1/√K), PyTorch's choice for a linear layer of K inputs. */
  private double[] firstWeights(long seed) {
    SplittableRandom random = Seeds.stream(seed, "weights", 0);
    double bound = 1 / Math.sqrt(task.world().features());
    return random.doubles(task.world().features(), -bound, bound).toArray();
  }
}
