package org.strop.policy.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.Resolved;
import org.strop.configs.StropException;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.diffusion.DiffusionLearner;
import org.strop.policy.diffusion.DiffusionPolicy;
import org.strop.policy.nn.StepReport;
import org.strop.policy.nn.Torch;

/**
 * Trains a diffusion policy in a run folder.
 *
 * <p>Killed at any moment and resumed, it ends with the same weights and metrics, bit for bit, as
 * undisturbed.
 *
 * <pre>{@code
 * Resolved<DiffusionTrainConfig> config =
 *     ConfigLoader.load(file, List.of("seed=1"), DiffusionTrainConfig.class);
 * TrainingResult result =
 *     DiffusionTrainer.train(config, demos, runFolder, TrainingListener.SILENT, true);
 * }</pre>
 */
public final class DiffusionTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(DiffusionTrainer.class);
  private static final String STATE = "training_state.safetensors";
  private static final String PROGRESS = "progress.json";

  private final DiffusionTrainConfig config;
  private final String yaml;
  private final RunFolder run;
  private final TrainingListener listener;
  private final DiffusionLearner learner;
  private double lossSum;
  private int lossCount;

  /**
   * What a training checkpoint stores besides policy and optimiser.
   *
   * @param dataSha256 hash of the encoded data
   * @param lossSum of the steps since the last line of metrics
   * @param lossCount number of those steps
   */
  record Progress(String dataSha256, double lossSum, int lossCount) {}

  private DiffusionTrainer(
      Resolved<DiffusionTrainConfig> config,
      RunFolder run,
      TrainingListener listener,
      DiffusionLearner learner) {
    this.config = config.value();
    this.yaml = config.yaml();
    this.run = run;
    this.listener = listener;
    this.learner = learner;
  }

  /**
   * Trains, or goes on with training.
   *
   * @param runFolder created if it is not there
   * @param resume whether a run in that folder is continued; a finished one returns at once
   * @throws StropException {@code CONFIG} if the folder holds a run of another configuration or
   *     must not be resumed, {@code MISSING_DATA} without demonstrations, {@code COMPUTATION} if
   *     training diverged
   */
  public static TrainingResult train(
      Resolved<DiffusionTrainConfig> config,
      List<Trajectory> demonstrations,
      Path runFolder,
      TrainingListener listener,
      boolean resume)
      throws IOException {
    DiffusionTrainConfig c = config.value();
    Torch torch = Torch.start(c.compute());
    try (DiffusionLearner learner =
        new DiffusionLearner(torch, c.policy(), c.learning(), c.seed(), demonstrations)) {
      RunFolder run = RunFolder.open(runFolder, config.yaml(), resume);
      LOG.info("training on {} windows with {}", learner.size(), torch.description());
      return new DiffusionTrainer(config, run, listener, learner).run();
    }
  }

  private TrainingResult run() throws IOException {
    if (Checkpoint.exists(run.policy())) {
      Checkpoint done = Checkpoint.read(run.policy());
      requireSameData(done);
      return result(run.policy(), done.sha256(), true);
    }
    restore();
    int total = config.learning().steps();
    try (MetricsLog metrics = MetricsLog.open(run.path(), learner.stepsDone())) {
      while (learner.stepsDone() < total) {
        StepReport report = learner.step();
        log(metrics, report);
        listener.onStep(report, total);
        boolean stop = listener.stopRequested() && learner.stepsDone() < total;
        if (stop || learner.stepsDone() % config.checkpointEvery() == 0) {
          Path folder = run.checkpoint(learner.stepsDone());
          String hash = save(folder, true);
          listener.onCheckpoint(folder);
          if (stop) {
            return result(folder, hash, false);
          }
        }
      }
    }
    return result(run.policy(), save(run.policy(), false), true);
  }

  private TrainingResult result(Path policy, String hash, boolean finished) {
    return new TrainingResult(
        policy, hash, finished ? config.learning().steps() : learner.stepsDone(), finished);
  }

  private void restore() throws IOException {
    Optional<Path> newest = run.newestCheckpoint();
    if (newest.isPresent()) {
      Checkpoint checkpoint = Checkpoint.read(newest.get()).require(DiffusionPolicy.KIND);
      requireSameData(checkpoint);
      learner.restore(checkpoint.readTensors(STATE), newest.get().toString());
      Progress progress = checkpoint.readJson(PROGRESS, Progress.class);
      lossSum = progress.lossSum();
      lossCount = progress.lossCount();
      LOG.info("going on after step {}", learner.stepsDone());
    }
  }

  private void requireSameData(Checkpoint checkpoint) {
    if (!checkpoint.readJson(PROGRESS, Progress.class).dataSha256().equals(learner.dataSha256())) {
      throw new StropException(
          ErrorCode.CONFIG,
          "the run was started on other demonstrations",
          checkpoint.folder().toString(),
          "resume on the same dataset, or choose another folder");
    }
  }

  private void log(MetricsLog metrics, StepReport report) throws IOException {
    lossSum += report.loss();
    lossCount++;
    if (learner.stepsDone() % config.logEvery() == 0) {
      TreeMap<String, Double> values = new TreeMap<>();
      values.put("losses/diffusion", lossSum / lossCount);
      values.put("charts/gradient_norm", report.gradientNorm());
      values.put("charts/learning_rate", report.learningRate());
      metrics.write(learner.stepsDone(), values);
      lossSum = 0;
      lossCount = 0;
    }
  }

  private String save(Path folder, boolean withState) throws IOException {
    Map<String, byte[]> files =
        new LinkedHashMap<>(DiffusionPolicy.files(learner.document(), learner.weights(), yaml));
    Progress progress = new Progress(learner.dataSha256(), lossSum, lossCount);
    files.put(PROGRESS, Checkpoint.json(progress));
    if (withState) {
      files.put(STATE, Checkpoint.tensors(learner.state()));
    }
    return Checkpoint.write(folder, DiffusionPolicy.KIND, files);
  }
}
