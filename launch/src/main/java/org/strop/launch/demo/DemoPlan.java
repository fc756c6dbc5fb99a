package org.strop.launch.demo;

import java.nio.file.Path;
import java.util.List;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.configs.ConfigLoader;
import org.strop.configs.Resolved;
import org.strop.policy.finetune.ResidualTrainConfig;
import org.strop.policy.train.DiffusionTrainConfig;
import org.strop.reward.model.RewardConfig;
import org.strop.sim.operator.OperatorConfig;
import org.strop.sim.task.TaskConfig;

/**
 * Every configuration of the demo, loaded and checked before anything starts.
 *
 * @param demo the demo's own
 * @param folder that the demo's paths are relative to
 */
record DemoPlan(
    DemoConfig demo, Path folder, TaskConfig task, RobotConfig robot, OperatorConfig operator) {
  /** Episode seeds of one run: disjoint blocks for demonstrations, attempts and evaluation. */
  private static final long BLOCK = 10_000;

  private static final long ATTEMPTS = 3_000;
  private static final long EVALUATION = 6_000;

  /** Loads what the demo's configuration names. */
  static DemoPlan load(Resolved<DemoConfig> resolved, Path file) {
    DemoConfig demo = resolved.value();
    Path folder = file.toAbsolutePath().resolveSibling("");
    DemoPlan plan =
        new DemoPlan(
            demo,
            folder,
            TaskConfig.load(folder.resolve(demo.task()), List.of()),
            ConfigLoader.load(folder.resolve(demo.robot()), List.of(), RobotConfig.class).value(),
            OperatorConfig.load(folder.resolve(demo.operator()), List.of()));
    plan.train(0);
    plan.reward(0);
    plan.residual(0, List.of());
    return plan;
  }

  Path taskFile() {
    return folder.resolve(demo.task());
  }

  Resolved<DiffusionTrainConfig> train(long seed) {
    return ConfigLoader.load(
        folder.resolve(demo.train()), List.of("seed=" + seed), DiffusionTrainConfig.class);
  }

  Resolved<RewardConfig> reward(long seed) {
    return ConfigLoader.load(
        folder.resolve(demo.reward()), List.of("seed=" + seed), RewardConfig.class);
  }

  Resolved<ResidualTrainConfig> residual(long seed, List<String> overrides) {
    List<String> all = new java.util.ArrayList<>(overrides);
    all.add("seed=" + seed);
    return ConfigLoader.load(folder.resolve(demo.residual()), all, ResidualTrainConfig.class);
  }

  static long firstDemonstration(long seed) {
    return seed * BLOCK;
  }

  static long firstAttempt(long seed) {
    return seed * BLOCK + ATTEMPTS;
  }

  static long firstEvaluation(long seed) {
    return seed * BLOCK + EVALUATION;
  }
}
