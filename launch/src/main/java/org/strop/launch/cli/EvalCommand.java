package org.strop.launch.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.ConfigLoader;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.launch.eval.Arm;
import org.strop.launch.eval.Comparison;
import org.strop.launch.eval.Evaluation;
import org.strop.launch.eval.Policies;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.run.Installation;
import org.strop.policy.nn.ComputeConfig;
import org.strop.policy.nn.DeviceKind;
import org.strop.reward.metrics.Interval;
import org.strop.reward.metrics.PairedDifference;
import org.strop.sim.operator.OperatorConfig;
import org.strop.sim.operator.SimulatedOperator;
import org.strop.sim.task.TaskConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop eval}. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = {
      "Rolls a policy out in the simulated cell and tells how good it is, and how sure that is.",
      "",
      "With --against both meet the same instances, and differences are paired. With --data the",
      "episodes of a dataset are judged instead, whoever made them.",
      ""
    },
    footerHeading =
        "%nWith --json: episodes, success, ci (Wilson, 95 %%), quality (operator's utility, mean),"
            + " metrics%n(means, SI units in the names); with --against also against (the same"
            + " keys), paired_difference,%nstandard_error (over episodes),"
            + " win_rate.%n%nExamples:%n",
    footer = {
      "  strop eval --data demos",
      "  strop eval --policy runs/refined --against runs/base --episodes 100 --json"
    })
final class EvalCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(names = "--policy", paramLabel = "DIR", description = "Checkpoint or run folder.")
  private @Nullable Path policy;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Judge the episodes of a dataset instead of rolling a policy out.")
  private @Nullable Path data;

  @Option(names = "--against", paramLabel = "DIR", description = "Another policy, to compare with.")
  private @Nullable Path against;

  @Option(
      names = "--episodes",
      defaultValue = "50",
      description = "How many (default ${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--seed",
      defaultValue = "1000000",
      description = "Seed of the first instance; they count up (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--operator",
      paramLabel = "FILE",
      description = "Whose taste the quality is; gentle where left out.")
  private @Nullable Path operator;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      description = "cpu or cuda (default ${DEFAULT-VALUE}).")
  private DeviceKind device;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Threads of the CPU (default ${DEFAULT-VALUE}).")
  private int threads;

  @Override
  public Integer call() {
    ComputeConfig compute = new ComputeConfig(device, threads);
    Arm first = data != null ? judge(data) : run("policy", required(), compute);
    Map<String, Object> result = new LinkedHashMap<>(keys(first));
    tell(first);
    if (against != null) {
      Arm second = run("against", against, compute);
      Comparison comparison = Comparison.episodes(first, second);
      tell(second);
      tell(comparison);
      result.put("against", keys(second));
      result.put("paired_difference", comparison.difference().mean());
      result.put("standard_error", comparison.difference().standardError());
      result.put("win_rate", comparison.winRate());
    }
    console.result(() -> result);
    return 0;
  }

  private Path required() {
    if (policy == null) {
      throw new StropException(
          ErrorCode.USAGE,
          "neither --policy nor --data is given",
          "strop eval",
          "name a checkpoint with --policy, or a dataset with --data");
    }
    return policy;
  }

  private Evaluation evaluation() {
    TaskConfig task = TaskConfig.load(config.file("tasks/peeling.yaml"), config.overrides());
    Path robot = Installation.config("robots/peeling_cell.yaml");
    Path taste = operator != null ? operator : Installation.config("operators/gentle.yaml");
    SimulatedOperator judge =
        new SimulatedOperator(OperatorConfig.load(taste, List.of()), task, seed);
    return new Evaluation(
        task, ConfigLoader.load(robot, List.of(), RobotConfig.class).value().limits(), judge);
  }

  private Arm judge(Path dataset) {
    return evaluation().judge("recorded", Dataset.open(dataset).readAll());
  }

  private Arm run(String arm, Path checkpoint, ComputeConfig compute) {
    Evaluation evaluation = evaluation();
    try (Policy loaded = Policies.load(checkpoint, compute);
        ProgressBar bar = console.bar("evaluate " + arm, "episodes", episodes)) {
      return evaluation.judge(
          arm, evaluation.roll(arm, loaded, episodes, seed, done -> bar.at(done, "")));
    }
  }

  private static Map<String, Object> keys(Arm arm) {
    Interval ci = arm.success().wilson();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("episodes", arm.episodes().size());
    keys.put("success", arm.success().value());
    keys.put("ci", List.of(ci.low(), ci.high()));
    keys.put("quality", arm.meanQuality());
    keys.put("metrics", arm.meanMetrics());
    return keys;
  }

  private void tell(Arm arm) {
    Interval ci = arm.success().wilson();
    console
        .words()
        .printf(
            Locale.ROOT,
            "%n%s: success %.2f [%.2f, %.2f] (n = %d), operator's utility %.3f%n",
            arm.name(),
            arm.success().value(),
            ci.low(),
            ci.high(),
            arm.episodes().size(),
            arm.meanQuality());
    arm.meanMetrics()
        .forEach(
            (name, value) -> console.words().printf(Locale.ROOT, "  %-26s %.4g%n", name, value));
  }

  private void tell(Comparison comparison) {
    PairedDifference d = comparison.difference();
    console
        .words()
        .printf(
            Locale.ROOT,
            "%npolicy - against: %+.4f, standard error %.4f over %d instances; preferred on %.0f"
                + " %%%n",
            d.mean(),
            d.standardError(),
            d.n(),
            100 * comparison.winRate());
  }
}
