package org.strop.launch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.ErrorCode;
import org.strop.configs.Resolved;
import org.strop.configs.StropException;
import org.strop.launch.label.StoreLabels;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.run.RunFolder;
import org.strop.reward.calibrate.CrossCalibration;
import org.strop.reward.ceiling.HumanCeiling;
import org.strop.reward.model.ChoiceQuality;
import org.strop.reward.model.RewardConfig;
import org.strop.reward.model.RewardFit;
import org.strop.reward.model.RewardTrainer;
import org.strop.reward.pairs.PairsConfig;
import org.strop.reward.pairs.PairsExperiment;
import org.strop.reward.pairs.PairsResult;
import org.strop.ui.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop reward}. */
@Command(
    name = "reward",
    mixinStandardHelpOptions = true,
    subcommands = {
      RewardCompareCommand.class,
      RewardCalibrateCommand.class,
      RewardExplainCommand.class,
      RewardStudyCommand.class
    },
    description = {
      "Learns a per-step reward from thickness classes, 0-9 scores and choices between pairs.",
      "",
      "With --pairs it is cross-validated on published arrays of people's choices instead: obs_1,",
      "obs_2 [n,T,do], action_1, action_2 [n,T,da], label [n] (0: first preferred, 1: second,",
      "0.5: equal).",
      ""
    },
    footerHeading =
        "%nWith --json: reward, report; with --pairs: n (decisive labels), folds, accuracy, ci"
            + " (Wilson, 95 %%), majority,%nties, ece, accuracy_ties_half, log_loss, groups,"
            + " accuracies,%nece_ci, ece_calibrated (temperatures of the other folds),"
            + " ece_calibrated_ci, ece_if_perfect,%nlog_loss_calibrated, temperature, ceiling (best"
            + " accuracy that any model could reach; null without%nrepeated pairs). The report has"
            + " ceiling, too, and calibration (n, temperature, ece, ece_ci,%nece_calibrated,"
            + " ece_calibrated_ci, ece_if_perfect, bins; null where no choice is"
            + " decisive).%n%nExamples:%n",
    footer = {
      "  strop reward --data attempts --labels attempts/labels.db --run runs/reward",
      "  strop reward --pairs can_human_train.npz --folds 5 --json"
    })
final class RewardCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(names = "--pairs", paramLabel = "FILE.npz", description = "Published label arrays.")
  private @Nullable Path pairs;

  @Option(names = "--folds", description = "Folds of the cross-validation of --pairs.")
  private @Nullable Integer folds;

  @Option(names = "--data", paramLabel = "DIR", description = "Dataset with the labelled attempts.")
  private @Nullable Path data;

  @Option(names = "--labels", paramLabel = "FILE|URL", description = "Label store.")
  private @Nullable String labels;

  @Option(names = "--run", paramLabel = "DIR", description = "Folder for the reward.")
  private @Nullable Path run;

  @Override
  public Integer call() throws IOException {
    if (pairs != null) {
      crossValidate(pairs);
    } else {
      fit(require(data, "--data"), require(labels, "--labels"), require(run, "--run"));
    }
    return 0;
  }

  private static <T> T require(@Nullable T option, String name) {
    if (option == null) {
      throw new StropException(
          ErrorCode.USAGE,
          name + " is missing",
          "strop reward",
          "give --data, --labels and --run, or --pairs alone");
    }
    return option;
  }

  private void crossValidate(Path file) {
    java.util.List<String> overrides = new java.util.ArrayList<>(config.overrides());
    if (folds != null) {
      overrides.add("folds=" + folds);
    }
    PairsConfig pairsConfig =
        org.strop.configs.ConfigLoader.load(
                config.file("reward/pairs.yaml"), overrides, PairsConfig.class)
            .value();
    PairsResult result;
    try (ProgressBar bar =
        console.bar("cross-validate", "folds", pairsConfig.folds() * pairsConfig.repeats())) {
      result = PairsExperiment.run(pairsConfig, file, (done, total) -> bar.at(done, ""));
    }
    console
        .words()
        .printf(
            "accuracy on held-out labels %.3f (95 %% %.3f to %.3f, n = %d), majority %.3f%n",
            result.accuracy(),
            result.ci().low(),
            result.ci().high(),
            result.n(),
            result.majority());
    console
        .words()
        .printf(
            "calibration error %.3f, at temperatures of the other folds %.3f%n",
            result.ece(), result.eceCalibrated());
    tell(result.ceiling(), result.warning());
    console.result(result::toMap);
  }

  private void fit(Path attempts, String store, Path folder) throws IOException {
    Resolved<RewardConfig> resolved = config.load("reward/peeling.yaml", RewardConfig.class);
    Dataset dataset = Dataset.open(attempts);
    try (Store opened = store.startsWith("jdbc:") ? Store.open(store) : existing(Path.of(store));
        ProgressBar bar = console.bar("reward", "steps", resolved.value().fit().steps())) {
      RewardFit fit =
          RewardTrainer.train(
              resolved.value(),
              dataset.readAll(),
              new StoreLabels(opened),
              folder,
              (total, point) -> bar.at(point.step(), ""));
      fit.model().close();
      RunFolder.write(folder.resolve("resolved.yaml"), resolved.yaml());
      fit.report().pairs().ifPresent(this::tell);
      fit.report().calibration().ifPresent(this::tell);
      tell(fit.report().ceiling(), fit.report().warning());
      console.result(() -> Map.of("reward", folder.toString(), "report", fit.report().toMap()));
    }
  }

  private static Store existing(Path file) {
    if (!java.nio.file.Files.exists(file)) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there is no label store " + file,
          "--labels",
          "collect labels first: strop label --data DIR --store " + file);
    }
    return Store.open(file);
  }

  private void tell(Optional<HumanCeiling> ceiling, Optional<String> warning) {
    console.words().println(ceiling.map(HumanCeiling::words).orElse(HumanCeiling.MISSING));
    warning.ifPresent(w -> console.say("warning: %s", w));
  }

  private void tell(CrossCalibration found) {
    console
        .words()
        .printf(
            "calibration error %.3f (95 %% %.3f to %.3f), at temperatures of the other folds %.3f"
                + " (%.3f to %.3f), perfect would show %.3f%n",
            found.before().expectedError(),
            found.beforeInterval().low(),
            found.beforeInterval().high(),
            found.after().expectedError(),
            found.afterInterval().low(),
            found.afterInterval().high(),
            found.perfect());
  }

  private void tell(ChoiceQuality held) {
    console
        .words()
        .printf(
            "held-out choices: accuracy %.3f (n = %d), majority %.3f%n",
            held.accuracy(), held.n(), held.majority());
  }
}
