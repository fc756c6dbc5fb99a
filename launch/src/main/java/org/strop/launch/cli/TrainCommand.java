package org.strop.launch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.Resolved;
import org.strop.launch.progress.ProgressBar;
import org.strop.policy.train.DiffusionTrainConfig;
import org.strop.policy.train.DiffusionTrainer;
import org.strop.policy.train.TrainingListener;
import org.strop.policy.train.TrainingResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a diffusion policy on demonstrations.",
      "",
      "The run folder gets resolved.yaml, metrics.jsonl, TensorBoard events, checkpoints, and at",
      "last policy/. Stopped at any moment, it goes on with --resume, to the same weights.",
      ""
    },
    footerHeading = "%nWith --json: steps, policy, sha256, finished.%n%nExamples:%n",
    footer = {
      "  strop train --data demos --run runs/base",
      "  strop train --data demos --run runs/base --set learning.steps=8000 --resume"
    })
final class TrainCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Dataset folder.")
  private Path data;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "Run folder.")
  private Path run;

  @Option(names = "--resume", description = "Go on with a run that is there.")
  private boolean resume;

  @Override
  public Integer call() throws IOException {
    Resolved<DiffusionTrainConfig> resolved =
        config.load("train/peeling_diffusion.yaml", DiffusionTrainConfig.class);
    List<Trajectory> demonstrations = Dataset.open(data).readAll();
    TrainingResult result;
    try (ProgressBar bar = console.bar("train", "steps", resolved.value().learning().steps())) {
      result = DiffusionTrainer.train(resolved, demonstrations, run, listener(bar), resume);
    }
    console.words().printf("policy: %s (sha256 %s)%n", result.policy(), result.sha256());
    console.result(
        () ->
            Map.of(
                "steps", result.steps(),
                "policy", result.policy().toString(),
                "sha256", result.sha256(),
                "finished", result.finished()));
    return 0;
  }

  /** Returns a listener that moves a bar. */
  static TrainingListener listener(ProgressBar bar) {
    return (report, total) ->
        bar.at(report.step(), String.format(Locale.ROOT, "loss %.4f", report.loss()));
  }
}
