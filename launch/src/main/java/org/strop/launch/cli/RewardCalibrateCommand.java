package org.strop.launch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strop.launch.progress.ProgressBar;
import org.strop.reward.calibrate.CrossCalibration;
import org.strop.reward.ceiling.HumanCeiling;
import org.strop.reward.compare.CompareConfig;
import org.strop.reward.compare.Comparison;
import org.strop.reward.compare.PairLabels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop reward calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how well predicted probabilities match people's choices.",
      "",
      "For partial return, regret and a mixture on held-out choices, before and after a temperature"
          + " that is fitted on other folds, and how well",
      "any model could do: the human ceiling, from pairs that were answered more than once.",
      ""
    },
    footerHeading =
        "%nWith --json: rows of task, model, n, temperature, ece, ece_ci, ece_calibrated,"
            + " ece_calibrated_ci,%nece_if_perfect (of a perfect model at this n), log_loss,"
            + " log_loss_calibrated, bins, bins_calibrated%n(with Wilson intervals); ceilings by"
            + " task, null without repeated pairs.%n%nExamples:%n",
    footer = {
      "  strop reward calibrate --pairs can_human_train.npz --bins 10",
      "  strop reward calibrate --knox ../shared/data/knox-delivery --json"
    })
final class RewardCalibrateCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;
  @Mixin private PairSources sources;

  @Option(
      names = "--bins",
      defaultValue = "10",
      description = "Bins of the calibration error (default ${DEFAULT-VALUE}).")
  private int bins;

  @Override
  public Integer call() {
    CompareConfig compare = config.load("reward/compare.yaml", CompareConfig.class).value();
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, Object> ceilings = new LinkedHashMap<>();
    for (PairLabels task : sources.read(compare, "strop reward calibrate")) {
      Map<String, CrossCalibration> found;
      try (ProgressBar bar = console.bar("calibrate " + task.task(), "folds", compare.folds())) {
        found = Comparison.calibrations(compare, task, bins, done -> bar.at(done, ""));
      }
      found.forEach((model, calibration) -> rows.add(row(task.task(), model, calibration)));
      Optional<HumanCeiling> ceiling = HumanCeiling.of(task.votes());
      ceilings.put(task.task(), ceiling.map(HumanCeiling::toMap).orElse(null));
      console
          .words()
          .println(
              task.task() + ": " + ceiling.map(HumanCeiling::words).orElse(HumanCeiling.MISSING));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rows", rows);
    result.put("ceilings", ceilings);
    console.result(() -> result);
    return 0;
  }

  private Map<String, Object> row(String task, String model, CrossCalibration found) {
    console
        .words()
        .printf(
            Locale.ROOT,
            "%-20s %-16s n = %4d  ece %.3f [%.3f, %.3f] -> %.3f [%.3f, %.3f] (%.3f if perfect)"
                + "  log-loss %.4f -> %.4f  T = %.2f%n",
            task,
            model,
            found.n(),
            found.before().expectedError(),
            found.beforeInterval().low(),
            found.beforeInterval().high(),
            found.after().expectedError(),
            found.afterInterval().low(),
            found.afterInterval().high(),
            found.perfect(),
            found.before().logLoss(),
            found.after().logLoss(),
            found.temperature());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("task", task);
    row.put("model", model);
    row.putAll(found.toMap());
    return row;
  }
}
