package org.strop.launch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.strop.launch.progress.ProgressBar;
import org.strop.reward.knox.KnoxConfig;
import org.strop.reward.knox.KnoxExperiment;
import org.strop.reward.knox.KnoxResult;
import org.strop.reward.knox.ModelRow;
import org.strop.reward.metrics.PairedDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop reproduce knox}. */
@Command(
    name = "knox",
    mixinStandardHelpOptions = true,
    description = {
      "People's choices in the delivery domain of Knox et al.",
      "",
      "arXiv 2206.02231: partial return, regret, three weights and our best model, cross-validated"
          + " on the same folds; then rewards",
      "learned from the choices.",
      "",
      "The folder holds board.json, rewards.json and, for each condition of the study, NAME_X.npy",
      "[n,3], NAME_Y.npy [n], NAME_segment_pairs.npy [n,2,T+1,2].",
      ""
    },
    footerHeading =
        "%nWith --json: pairs, rows_reproduced, ce_partial_return, scale_partial_return, ce_regret,"
            + " scale_regret,%nce_three_weights (nats a label, fitted to all pairs),"
            + " cv_partial_return, cv_regret, cv_three_weights,%ncv_best (held out),"
            + " cv_best_minus_regret, cv_standard_error (of that difference, paired over"
            + " pairs),%nscaled_return_partial_return, scaled_return_regret (one a random"
            + " start, from decisive labels).%n%nExamples:%n",
    footer = {
      "  strop reproduce knox --data ../shared/data/knox-delivery",
      "  strop reproduce knox --data study --condition Privileged-Control --json"
    })
final class ReproduceKnoxCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(names = "--data", paramLabel = "DIR", required = true, description = "The files.")
  private Path data;

  @Option(
      names = "--condition",
      paramLabel = "NAME",
      description = "Which condition, where the folder holds several.")
  private @Nullable String condition;

  @Override
  public Integer call() {
    KnoxConfig loaded = config.load("reproduce/knox.yaml", KnoxConfig.class).value();
    KnoxResult result;
    try (ProgressBar bar = console.bar("reproduce", "steps", KnoxExperiment.steps(loaded))) {
      result =
          KnoxExperiment.run(
              loaded, data, Optional.ofNullable(condition), done -> bar.at(done, ""));
    }
    tell(result);
    console.result(result::toMap);
    return 0;
  }

  private void tell(KnoxResult result) {
    print(
        "%n%s: %d pairs (%d different ones, %d ties), statistics reproduced for %d%n",
        result.condition(),
        result.pairs(),
        result.distinctPairs(),
        result.ties(),
        result.rowsReproduced());
    result
        .tableDisagreements()
        .forEach(line -> print("  reward table contradicts itself: %s%n", line));
    print(
        "%n  %-16s %10s %10s %10s   %s%n",
        "model", "fitted", "held out", "grouped", "held out - regret (standard error)");
    result.models().forEach(model -> row(model, result.model("regret")));
    print("%nchosen inside the folds: %s%n", result.chosen());
    print("%nscaled return of learned rewards, one a start:%n");
    print("  partial return             %s%n", numbers(result.scaledReturnPartialReturn()));
    print("  regret                     %s%n", numbers(result.scaledReturnRegret()));
    print("  partial return, with ties  %s%n", numbers(result.withTiesPartialReturn()));
    print("  regret, with ties          %s%n", numbers(result.withTiesRegret()));
  }

  private void row(ModelRow model, ModelRow regret) {
    PairedDifference difference = model.minus(regret);
    print(
        "  %-16s %10s %10.4f %10.4f   %+.4f (%.4f)%n",
        model.name(),
        Double.isNaN(model.crossEntropy())
            ? "-"
            : String.format(Locale.ROOT, "%.4f", model.crossEntropy()),
        model.crossValidated(),
        model.grouped(),
        difference.mean(),
        difference.standardError());
  }

  private static String numbers(List<Double> values) {
    return values.stream()
        .map(v -> String.format(Locale.ROOT, "%.4f", v))
        .collect(Collectors.joining("  "));
  }

  private void print(String format, Object... values) {
    console.words().printf(Locale.ROOT, format, values);
  }
}
