package org.strop.reward.recovery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.strop.policy.nn.Seeds;
import org.strop.reward.regret.WorldPairs;

/** Draws worlds and labels, learns rewards, and compares. */
public final class RecoveryExperiment {
  private final WorldsConfig config;
  private final LongConsumer progress;
  private final List<RandomWorld> tasks = new ArrayList<>();
  private long done;

  private RecoveryExperiment(WorldsConfig config, LongConsumer progress) {
    this.config = config;
    this.progress = progress;
    for (int i = 0; i < config.worlds(); i++) {
      tasks.add(RandomWorld.draw(Seeds.stream(config.seed(), "world", i)));
    }
  }

  /** Returns how many steps {@link #run} will tell of. */
  public static long steps(WorldsConfig config) {
    int sources = LabelModel.values().length * LabelNoise.values().length;
    return (long) config.worlds() * (sources + 1);
  }

  /**
   * Runs it.
   *
   * @param progress told how many steps are done, of {@link #steps}
   */
  public static RecoveryResult run(WorldsConfig config, LongConsumer progress) {
    RecoveryExperiment experiment = new RecoveryExperiment(config, progress);
    List<RecoveryRow> rows = new ArrayList<>();
    for (LabelModel model : LabelModel.values()) {
      for (LabelNoise noise : LabelNoise.values()) {
        rows.addAll(experiment.rows(model, noise));
      }
    }
    return new RecoveryResult(config.worlds(), rows, experiment.advantages());
  }

  private List<RecoveryRow> rows(LabelModel model, LabelNoise noise) {
    int counts = config.labelCounts().size();
    List<List<Double>> regret = lists(counts);
    List<List<Double>> partialReturn = lists(counts);
    LabelledPairs.Source source =
        new LabelledPairs.Source(model, noise, config.segmentLength(), config.gamma());
    for (int i = 0; i < tasks.size(); i++) {
      RandomWorld task = tasks.get(i);
      RewardArm arm = new RewardArm(task, config, i);
      LabelledPairs all =
          LabelledPairs.draw(
              task,
              source,
              config.mostLabels(),
              s -> true,
              Seeds.stream(config.seed(), "pairs", i));
      for (int c = 0; c < counts; c++) {
        WorldPairs pairs = all.head(config.labelCounts().get(c)).in(task.world());
        regret.get(c).add(arm.regret(pairs));
        partialReturn.get(c).add(arm.partialReturn(pairs));
      }
      progress.accept(++done);
    }
    List<RecoveryRow> rows = new ArrayList<>();
    for (int c = 0; c < counts; c++) {
      rows.add(
          new RecoveryRow(
              model, noise, config.labelCounts().get(c), regret.get(c), partialReturn.get(c)));
    }
    return rows;
  }

  private static List<List<Double>> lists(int count) {
    List<List<Double>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private List<AdvantageRow> advantages() {
    Map<AdvantageRow.Use, List<Double>> returns = new EnumMap<>(AdvantageRow.Use.class);
    Map<AdvantageRow.Use, List<Double>> endings = new EnumMap<>(AdvantageRow.Use.class);
    for (AdvantageRow.Use use : AdvantageRow.Use.values()) {
      returns.put(use, new ArrayList<>());
      endings.put(use, new ArrayList<>());
    }
    for (int i = 0; i < tasks.size(); i++) {
      AdvantageArm arm = new AdvantageArm(tasks.get(i), config, i);
      double[] with = arm.fit(true);
      double[] without = arm.fit(false);
      for (AdvantageRow.Use use : AdvantageRow.Use.values()) {
        double[] policy =
            switch (use) {
              case GREEDY -> arm.greedy(with);
              case GREEDY_WITHOUT_ABSORBING -> arm.greedy(without);
              case REWARD -> arm.planned(with);
              case REWARD_WITHOUT_ABSORBING -> arm.planned(without);
            };
        returns.getOrDefault(use, List.of()).add(arm.scaledReturn(policy));
        endings.getOrDefault(use, List.of()).add(arm.endings(policy));
      }
      progress.accept(++done);
    }
    List<AdvantageRow> rows = new ArrayList<>();
    returns.forEach(
        (use, list) -> rows.add(new AdvantageRow(use, list, endings.getOrDefault(use, List.of()))));
    return rows;
  }
}
