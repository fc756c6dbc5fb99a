package org.strop.launch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.Resolved;
import org.strop.launch.eval.Policies;
import org.strop.launch.progress.ProgressBar;
import org.strop.policy.finetune.ResidualTrainConfig;
import org.strop.policy.finetune.ResidualTrainer;
import org.strop.reward.model.RewardModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop finetune}. */
@Command(
    name = "finetune",
    mixinStandardHelpOptions = true,
    description = {
      "Refines a policy towards a learned reward.",
      "",
      "A residual on top of the frozen policy is fitted to what was done, each step weighted by"
          + " exp(beta r). beta = 0 is the control arm.",
      ""
    },
    footerHeading =
        "%nWith --json: policy, sha256, decisions, effective_size, residual_rms.%n%nExamples:%n",
    footer = {
      "  strop finetune --data attempts --base runs/base --reward runs/reward --run runs/refined",
      "  strop finetune --data attempts --data demos --base runs/base --reward runs/reward --run"
          + " runs/control --set residual.beta=0"
    })
final class FinetuneCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Dataset with what was done; repeatable.")
  private List<Path> data = List.of();

  @Option(names = "--base", required = true, paramLabel = "DIR", description = "Policy to refine.")
  private Path base;

  @Option(names = "--reward", required = true, paramLabel = "DIR", description = "Learned reward.")
  private Path reward;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "Run folder.")
  private Path run;

  @Override
  public Integer call() throws IOException {
    Resolved<ResidualTrainConfig> resolved =
        config.load("train/peeling_residual.yaml", ResidualTrainConfig.class);
    List<Trajectory> trajectories = new ArrayList<>();
    data.forEach(folder -> trajectories.addAll(Dataset.open(folder).readAll()));
    ResidualTrainer.Result result;
    try (RewardModel signal = RewardModel.load(reward);
        ProgressBar bar = console.bar("fine-tune", "steps", resolved.value().learning().steps())) {
      result =
          ResidualTrainer.train(
              resolved,
              Policies.folder(base),
              trajectories,
              signal,
              Policies.decisionSeeds(),
              run,
              TrainCommand.listener(bar));
    }
    console.words().printf("policy: %s (sha256 %s)%n", result.policy(), result.sha256());
    console.result(
        () ->
            Map.of(
                "policy", result.policy().toString(),
                "sha256", result.sha256(),
                "decisions", result.decisions(),
                "effective_size", result.effectiveSize(),
                "residual_rms", result.residualRms()));
    return 0;
  }
}
