package org.strop.reward.knox;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Reproduces Knox et al. on a folder of published files. */
public final class KnoxExperiment {
  private static final int MODELS = 4;

  private KnoxExperiment() {}

  /** Returns how many steps {@link #run} will tell of. */
  public static long steps(KnoxConfig config) {
    return 2L * MODELS * config.folds() + 4L * config.starts();
  }

  /**
   * Runs it.
   *
   * @param folder with board.json, rewards.json, the condition's three files, and, if there,
   *     successor_features.npy
   * @param condition its name; may be left out where the folder holds one
   * @param progress told how many steps are done, of {@link #steps}
   * @throws org.strop.configs.StropException if a file is missing or not what it should be
   */
  public static KnoxResult run(
      KnoxConfig config, Path folder, Optional<String> condition, LongConsumer progress) {
    Condition found = Condition.find(folder, condition);
    DeliveryTask task = DeliveryTask.read(folder);
    PreferenceData data = PreferenceData.read(found, task);
    SegmentStatistics statistics = new SegmentStatistics(task);
    long[] done = {0};
    Runnable tick = () -> progress.accept(++done[0]);
    int[] groups = PairGroups.of(data);
    ChoiceModels models =
        new ChoiceModels(
            PathFeature.differences(data, task, statistics), data.labels(), groups, config, tick);
    ChoiceModels.BestModel best = models.best();
    RewardStarts rewards = new RewardStarts(folder, task, data, config);
    RewardStarts.Returns decisive = rewards.learn(false, tick);
    RewardStarts.Returns withTies = rewards.learn(true, tick);
    return new KnoxResult(
        found.name(),
        data.size(),
        statistics.reproduced(data),
        (int) Arrays.stream(groups).distinct().count(),
        (int) Arrays.stream(data.labels()).filter(y -> y > 0 && y < 1).count(),
        task.disagreements(),
        List.of(models.partialReturn(), models.regret(), models.threeWeights(), best.row()),
        best.chosen(),
        decisive.partialReturn(),
        decisive.regret(),
        withTies.partialReturn(),
        withTies.regret());
  }
}
