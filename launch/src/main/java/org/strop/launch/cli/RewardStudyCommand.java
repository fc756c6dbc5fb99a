package org.strop.launch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.strop.configs.ConfigLoader;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.run.Installation;
import org.strop.launch.study.RewardStudy;
import org.strop.launch.study.StudyPlan;
import org.strop.launch.study.StudyRow;
import org.strop.reward.metrics.PairedDifference;
import org.strop.reward.model.RewardConfig;
import org.strop.sim.operator.OperatorConfig;
import org.strop.sim.task.TaskConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop reward study}. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = {
      "Compares reward configurations on simulated operators, whose hidden utility is known.",
      "",
      "Each seed has demonstrations that are scored and compared by the operator through its own",
      "noise, and others that nobody judges: on those, Kendall's tau between mean reward and"
          + " hidden",
      "utility is the figure. All configurations meet the same data; differences to the first one",
      "are paired over seeds.",
      ""
    },
    footerHeading =
        "%nWith --json: rows (operator, seed, config, fresh_tau, accuracy, log_loss, ece), summary"
            + " (operator,%nconfig, fresh_tau, difference, standard_error, n).%n%nExamples:%n",
    footer = {
      "  strop reward study --configs peeling,peeling_composite --seeds 101,102,103",
      "  strop reward study --configs peeling --set batch.pairs=16 --operators brisk --json"
    })
final class RewardStudyCommand implements Callable<Integer> {
  @Mixin private Console console;

  @Option(
      names = "--configs",
      split = ",",
      defaultValue = "peeling,peeling_composite",
      paramLabel = "NAME|FILE",
      description = "Names in configs/reward, or files; the first is what others are held against.")
  private List<String> configs;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change one key of every configuration but the first; repeatable.")
  private List<String> set = List.of();

  @Option(
      names = "--operators",
      split = ",",
      defaultValue = "gentle,brisk",
      description = "Who answers (default ${DEFAULT-VALUE}).")
  private List<String> operators;

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "101,102,103,104,105,106",
      description = "Of attempts and answers (default ${DEFAULT-VALUE}, those for tuning).")
  private List<Long> seeds;

  @Option(names = "--attempts", defaultValue = "96", description = "Attempts that are scored.")
  private int attempts;

  @Option(names = "--pairs", defaultValue = "120", description = "Comparisons among them.")
  private int pairs;

  @Option(names = "--fresh", defaultValue = "150", description = "Attempts that nobody judges.")
  private int fresh;

  @Override
  public Integer call() {
    TaskConfig task = TaskConfig.load(Installation.config("tasks/peeling.yaml"), List.of());
    StudyPlan plan =
        new StudyPlan(
            operators.stream()
                .map(o -> OperatorConfig.load(file("operators", o), List.of()))
                .toList(),
            seeds,
            attempts,
            pairs,
            fresh);
    Map<String, RewardConfig> loaded = new LinkedHashMap<>();
    for (String config : configs) {
      List<String> overrides = loaded.isEmpty() ? List.of() : set;
      loaded.put(
          config, ConfigLoader.load(file("reward", config), overrides, RewardConfig.class).value());
    }
    List<StudyRow> rows = new ArrayList<>();
    try (ProgressBar bar = console.bar("study", "fits", plan.fits(loaded.size()))) {
      new RewardStudy(task, plan, System::nanoTime)
          .run(
              loaded,
              row -> {
                rows.add(row);
                bar.at(rows.size(), row.config() + " " + row.operator());
                console.say("%s", row);
              });
    }
    List<Map<String, Object>> summary = summary(rows);
    console.result(
        () -> Map.of("rows", rows.stream().map(StudyRow::toMap).toList(), "summary", summary));
    return 0;
  }

  private static Path file(String folder, String name) {
    Path path = Path.of(name);
    return name.endsWith(".yaml") ? path : Installation.config(folder + "/" + name + ".yaml");
  }

  private List<Map<String, Object>> summary(List<StudyRow> rows) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String operator : rows.stream().map(StudyRow::operator).distinct().toList()) {
      for (String config : configs) {
        PairedDifference difference =
            RewardStudy.difference(rows, operator, config, configs.get(0));
        double tau =
            Arrays.stream(RewardStudy.taus(rows, operator, config)).average().orElse(Double.NaN);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("operator", operator);
        line.put("config", config);
        line.put("fresh_tau", tau);
        line.put("difference", difference.mean());
        line.put("standard_error", difference.standardError());
        line.put("n", difference.n());
        lines.add(line);
        tell(rows, operator, config, tau, difference);
      }
    }
    return lines;
  }

  private void tell(
      List<StudyRow> rows,
      String operator,
      String config,
      double tau,
      PairedDifference difference) {
    List<StudyRow> own =
        rows.stream()
            .filter(r -> r.operator().equals(operator) && r.config().equals(config))
            .toList();
    console
        .words()
        .printf(
            "%-10s %-28s fresh tau %.3f  difference %+.3f (se %.3f, n = %d)  held-out accuracy %.3f"
                + "  log-loss %.3f  ece %.3f  %.1f s a fit%n",
            operator,
            config,
            tau,
            difference.mean(),
            difference.standardError(),
            own.size(),
            mean(own, StudyRow::accuracy),
            mean(own, StudyRow::logLoss),
            mean(own, StudyRow::ece),
            mean(own, StudyRow::seconds));
  }

  private static double mean(List<StudyRow> rows, ToDoubleFunction<StudyRow> figure) {
    return rows.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
