package org.strop.launch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.strop.launch.progress.ProgressBar;
import org.strop.reward.compare.CompareConfig;
import org.strop.reward.compare.Comparison;
import org.strop.reward.compare.ComparisonRow;
import org.strop.reward.compare.PairLabels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code strop reward compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Tells which preference model each operator follows on each task.",
      "",
      "Partial return, regret and a mixture are compared, with side bias and lapses where there are"
          + " labels enough, by cross-validated",
      "log-likelihood with paired standard errors.",
      "",
      "preference_model in the configuration chooses whatever the data say.",
      ""
    },
    footerHeading =
        "%nWith --json: rows of operator, task, model, cv_log_likelihood (nats a label),"
            + " standard_error (paired,%nof the difference to the chosen model; of the chosen to"
            + " the best of another kind), chosen.%n%nExamples:%n",
    footer = {
      "  strop reward compare --data attempts --labels attempts/labels.db",
      "  strop reward compare --knox ../shared/data/knox-delivery --json"
    })
final class RewardCompareCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;
  @Mixin private PairSources sources;

  @Override
  public Integer call() {
    CompareConfig compare = config.load("reward/compare.yaml", CompareConfig.class).value();
    List<PairLabels> tasks = sources.read(compare, "strop reward compare");
    List<ComparisonRow> rows = new ArrayList<>();
    for (PairLabels task : tasks) {
      try (ProgressBar bar =
          console.bar("compare " + task.task(), "folds", Comparison.folds(compare, task))) {
        rows.addAll(Comparison.of(compare, task, done -> bar.at(done, "")));
      }
    }
    tell(rows);
    console.result(() -> Map.of("rows", rows.stream().map(ComparisonRow::toMap).toList()));
    return 0;
  }

  private void tell(List<ComparisonRow> rows) {
    console
        .words()
        .printf(
            "  %-10s %-20s %-32s %9s %20s %20s%n",
            "operator", "task", "model", "cv ln P", "over partial_return", "to the chosen");
    rows.forEach(this::tell);
    rows.stream().filter(ComparisonRow::chosen).forEach(this::tellChoice);
  }

  private void tell(ComparisonRow row) {
    console
        .words()
        .printf(
            Locale.ROOT,
            "%s %-10s %-20s %-32s %9.4f %20s %20s%n",
            row.chosen() ? "*" : " ",
            row.operator(),
            row.task(),
            row.model(),
            row.logLikelihood(),
            Double.isNaN(row.gainError()) ? "" : difference(row.gain(), row.gainError()),
            row.chosen() ? "" : difference(row.difference(), row.standardError()));
  }

  private static String difference(double mean, double standardError) {
    return String.format(Locale.ROOT, "%+.4f (%.4f)", mean, standardError);
  }

  private void tellChoice(ComparisonRow row) {
    console
        .words()
        .printf(
            Locale.ROOT,
            "* %s, %s, n = %d: %s over the best of another kind%s%n",
            row.operator(),
            row.task(),
            row.labels(),
            difference(row.difference(), row.standardError()),
            row.difference() > 2 * row.standardError() ? "" : ": not beyond doubt");
  }
}
