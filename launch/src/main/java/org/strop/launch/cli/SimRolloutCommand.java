package org.strop.launch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.trajectory.Policy;
import org.strop.configs.ConfigLoader;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.launch.eval.Policies;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.rollout.PeelingRun;
import org.strop.launch.rollout.RolloutResult;
import org.strop.launch.rollout.SuiteRun;
import org.strop.launch.rollout.TaskChoice;
import org.strop.launch.run.Installation;
import org.strop.policy.nn.ComputeConfig;
import org.strop.policy.nn.DeviceKind;
import org.strop.sim.rollout.EpisodePool;
import org.strop.sim.suite.act.Quality;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.task.TaskConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop sim rollout}. */
@Command(
    name = "rollout",
    mixinStandardHelpOptions = true,
    description = {
      "Rolls a policy out in the process, on all cores, and tells what came of it.",
      "",
      "Tasks: those of the transfer suite (configs/tasks/suite), all of them, or peeling. Policies",
      "of the suite: expert, noisy, wandering, random, mixed. Policies of peeling: demonstrator,",
      "constant, or a run folder. Seeds alone decide; the number of threads changes only the time.",
      "Peeling has no dense reward: its return is 1 for a success.",
      ""
    },
    footerHeading =
        "%nWith --json: task, policy, episodes, success, ci (Wilson, 95 %%), mean_return,"
            + " metrics%n(means), steps_per_s (wall time, this machine); with --task all: rows of"
            + " these.%n%nExamples:%n",
    footer = {
      "  strop sim rollout --task drawer_open --policy expert --episodes 100 --json",
      "  strop sim rollout --task peeling --produce zucchini --policy runs/demo/seed-1/refined"
    })
final class SimRolloutCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(
      names = "--task",
      required = true,
      paramLabel = "NAME",
      description = "A task of the suite, all, or peeling.")
  private String task;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Who acts; expert (peeling: demonstrator) where left out.")
  private @Nullable String policy;

  @Option(
      names = "--produce",
      defaultValue = TaskConfig.MIXED,
      description = "Peeling: a kind, or mixed (default ${DEFAULT-VALUE}).")
  private String produce;

  @Option(
      names = "--episodes",
      defaultValue = "100",
      description = "How many (default ${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the first; they count up (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--threads", description = "Threads; all cores where left out.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    TaskChoice.require(task);
    CountOption.atLeastOne("--episodes", episodes);
    CountOption.atLeastOne("--threads", threads);
    try (EpisodePool pool = new EpisodePool(threads)) {
      if (task.equals(TaskChoice.ALL)) {
        all(pool);
      } else {
        RolloutResult result = task.equals(TaskChoice.PEELING) ? peeling(pool) : suite(task, pool);
        tell(result);
        result.metrics().forEach(this::tell);
        console.result(() -> result);
      }
    }
    return 0;
  }

  private void all(EpisodePool pool) {
    List<RolloutResult> rows = new ArrayList<>();
    for (String name : TaskChoice.suite().names()) {
      rows.add(suite(name, pool));
      tell(rows.get(rows.size() - 1));
    }
    console.result(() -> Map.of("rows", rows));
  }

  private RolloutResult suite(String name, EpisodePool pool) {
    Quality quality = TaskChoice.quality("policy", policy == null ? "expert" : policy);
    SuiteTask suiteTask = config.load("tasks/suite/" + name + ".yaml", SuiteTask.class).value();
    try (ProgressBar bar = console.bar(name, "episodes", episodes)) {
      return new SuiteRun(pool, System::nanoTime)
          .run(suiteTask, quality, episodes, seed, n -> bar.at(n, ""));
    }
  }

  private RolloutResult peeling(EpisodePool pool) {
    TaskConfig peeling = TaskConfig.load(config.file("tasks/peeling.yaml"), config.overrides());
    Path robot = Installation.config("robots/" + peeling.robot() + ".yaml");
    PeelingRun run =
        new PeelingRun(
            peeling,
            produce,
            ConfigLoader.load(robot, List.of(), RobotConfig.class).value().limits(),
            pool,
            System::nanoTime);
    try (ProgressBar bar = console.bar(task, "episodes", episodes)) {
      return peeling(run, policy == null ? PeelingRun.DEMONSTRATOR : policy, n -> bar.at(n, ""));
    }
  }

  private RolloutResult peeling(PeelingRun run, String name, IntConsumer progress) {
    if (name.equals(PeelingRun.DEMONSTRATOR)) {
      return run.demonstrator(episodes, seed, progress);
    }
    if (name.equals(PeelingRun.CONSTANT)) {
      return run.constant(episodes, seed, progress);
    }
    if (!Files.isDirectory(Path.of(name))) {
      throw new StropException(
          ErrorCode.USAGE,
          "there is no policy " + name + ", and no such folder.",
          "option --policy",
          "choose demonstrator, constant, or the folder of a training run.");
    }
    try (Policy loaded = Policies.load(Path.of(name), new ComputeConfig(DeviceKind.CPU, 1))) {
      return run.trained(loaded.spec().name(), loaded, episodes, seed, progress);
    }
  }

  private void tell(RolloutResult r) {
    console
        .words()
        .printf(
            Locale.ROOT,
            "%-22s %-12s success %.2f [%.2f, %.2f] (n = %d)  return %7.3f  %,.0f steps/s%n",
            r.task(),
            r.policy(),
            r.success(),
            r.ci().get(0),
            r.ci().get(1),
            r.episodes(),
            r.meanReturn(),
            r.stepsPerS());
  }

  private void tell(String name, double value) {
    console.words().printf(Locale.ROOT, "  %-26s %.4g%n", name, value);
  }
}
