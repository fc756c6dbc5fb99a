package org.strop.launch.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.strop.launch.progress.ProgressBar;
import org.strop.reward.metrics.Interval;
import org.strop.reward.metrics.Proportion;
import org.strop.reward.recovery.AdvantageRow;
import org.strop.reward.recovery.RecoveryExperiment;
import org.strop.reward.recovery.RecoveryResult;
import org.strop.reward.recovery.RecoveryRow;
import org.strop.reward.recovery.WorldsConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code strop reproduce worlds}. */
@Command(
    name = "worlds",
    mixinStandardHelpOptions = true,
    description = {
      "Rewards learned from choices in random grid worlds.",
      "",
      "Labels are drawn from regret and from partial return; it tells in how many worlds rewards"
          + " fitted under each model are near-optimal (scaled return above 0.9). Then tables of",
      "advantages (arXiv 2310.02456), acted on greedily or taken for rewards.",
      ""
    },
    footerHeading =
        "%nWith --json: worlds, rows of labels_from, noise, labels, near_optimal_regret, ci_regret"
            + " (Wilson,%n95 %%), near_optimal_partial_return, ci_partial_return, regret_only,"
            + " partial_return_only (worlds%nthat only one solves), sign_test_p (exact, two-sided);"
            + " advantages of use, near_optimal, ci, ends%n(share of starts from which the episode"
            + " ends).%n%nExamples:%n",
    footer = {
      "  strop reproduce worlds",
      "  strop reproduce worlds --set worlds=10 --set seed=2 --json"
    })
final class ReproduceWorldsCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Override
  public Integer call() {
    WorldsConfig loaded = config.load("reproduce/worlds.yaml", WorldsConfig.class).value();
    RecoveryResult result;
    try (ProgressBar bar = console.bar("worlds", "fits", RecoveryExperiment.steps(loaded))) {
      result = RecoveryExperiment.run(loaded, done -> bar.at(done, ""));
    }
    print("%nnear-optimal worlds of %d [Wilson, 95 %%]%n", result.worlds());
    print(
        "  %-26s %6s   %-22s %-22s %s%n",
        "labels from", "labels", "regret", "partial return", "only one: regret, partial; p");
    result.rows().forEach(this::row);
    print("%nadvantages learned from regret labels%n");
    result.advantages().forEach(this::row);
    console.result(result::toMap);
    return 0;
  }

  private void row(RecoveryRow row) {
    print(
        "  %-26s %6d   %-22s %-22s %d, %d; %.3g%n",
        (row.labelModel() + ", " + row.noise()).toLowerCase(Locale.ROOT).replace('_', ' '),
        row.labels(),
        share(row.nearOptimalRegret()),
        share(row.nearOptimalPartialReturn()),
        row.regretOnly(),
        row.partialReturnOnly(),
        row.signTest());
  }

  private void row(AdvantageRow row) {
    print(
        "  %-26s %-22s episodes end from %.0f %% of starts%n",
        row.use().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        share(row.nearOptimal()),
        100 * row.meanEnding());
  }

  private static String share(Proportion share) {
    Interval ci = share.wilson();
    return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", share.value(), ci.low(), ci.high());
  }

  private void print(String format, Object... values) {
    console.words().printf(Locale.ROOT, format, values);
  }
}
