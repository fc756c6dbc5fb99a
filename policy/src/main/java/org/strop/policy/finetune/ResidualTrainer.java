package org.strop.policy.finetune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.Resolved;
import org.strop.configs.StropException;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.diffusion.DiffusionPolicy;
import org.strop.policy.nn.Learner;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Scalars;
import org.strop.policy.nn.Seeds;
import org.strop.policy.nn.StepReport;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;
import org.strop.policy.port.RewardSignal;
import org.strop.policy.train.MetricsLog;
import org.strop.policy.train.TrainingListener;

/**
 * Fits a residual to trajectories that a reward has judged, on top of a frozen base.
 *
 * <p>Takes seconds, so a killed fit is simply done again; it leaves no checkpoint behind.
 */
public final class ResidualTrainer {
  private final ResidualTrainConfig config;
  private final Torch torch;

  private ResidualTrainer(ResidualTrainConfig config) {
    this.config = config;
    this.torch = Torch.start(config.compute());
  }

  /**
   * How a fit ended.
   *
   * @param policy checkpoint folder
   * @param sha256 hash that names the checkpoint
   * @param decisions chunks that were learnt from
   * @param effectiveSize equally weighted chunks that the weights are worth
   * @param targetRms root mean square of a − a_base, normalised action units
   * @param residualRms root mean square of the residual on the data, normalised action units
   */
  public record Result(
      Path policy,
      String sha256,
      int decisions,
      double effectiveSize,
      double targetRms,
      double residualRms) {}

  /**
   * Fits a residual and writes {@code runFolder/policy} and metrics.
   *
   * @param baseFolder checkpoint of a diffusion policy
   * @param trajectories demonstrations, attempts, or both
   * @param reward per-step reward of each
   * @param seeds of the base's decisions, where it made the trajectories
   * @throws StropException {@code MISSING_DATA} without trajectories, {@code COMPUTATION} if a
   *     reward is not finite or the fit diverged
   */
  public static Result train(
      Resolved<ResidualTrainConfig> config,
      Path baseFolder,
      List<Trajectory> trajectories,
      RewardSignal reward,
      DecisionSeeds seeds,
      Path runFolder,
      TrainingListener listener)
      throws IOException {
    if (trajectories.isEmpty()) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there are no trajectories to refine the policy on",
          "the dataset",
          "record attempts first");
    }
    return new ResidualTrainer(config.value())
        .run(config.yaml(), baseFolder, trajectories, reward, seeds, runFolder, listener);
  }

  private Result run(
      String yaml,
      Path baseFolder,
      List<Trajectory> trajectories,
      RewardSignal reward,
      DecisionSeeds seeds,
      Path runFolder,
      TrainingListener listener)
      throws IOException {
    Checkpoint baseCheckpoint = Checkpoint.read(baseFolder);
    ResidualConfig c = config.residual();
    try (DiffusionPolicy base = DiffusionPolicy.load(baseFolder, torch)) {
      ResidualNetwork network = new ResidualNetwork(c, base.processor(), base.spec().actionSteps());
      ChunkPairs pairs = ChunkPairs.of(base, network, trajectories, reward, c.rewardSteps(), seeds);
      float[] weights = weights(pairs);
      Fit fit = new Fit(network, pairs, weights);
      Files.createDirectories(runFolder);
      Map<String, Tensor> fitted = fit.run(runFolder, listener);
      Path policy = runFolder.resolve("policy");
      String hash = ResidualPolicy.save(policy, c, baseCheckpoint, fitted, yaml);
      return new Result(
          policy,
          hash,
          pairs.size(),
          RewardWeights.effectiveSize(weights),
          rms(pairs.targets()),
          fit.residualRms);
    }
  }

  private float[] weights(ChunkPairs pairs) {
    float[] weights = RewardWeights.of(pairs.rewards(), config.residual().beta());
    for (int i = 0; i < weights.length; i++) {
      if (!Float.isFinite(weights[i])) {
        throw new StropException(
            ErrorCode.COMPUTATION,
            "the reward of a chunk is " + pairs.rewards()[i],
            "decision " + i,
            "look at the reward model's training; a reward must be a number in [0, 1]");
      }
    }
    return weights;
  }

  private static double rms(float[] values) {
    double sum = 0;
    for (float v : values) {
      sum += (double) v * v;
    }
    return Math.sqrt(sum / Math.max(1, values.length));
  }

  /** One fit: the loop over random batches. */
  private final class Fit {
    private final ResidualNetwork network;
    private final ChunkPairs pairs;
    private final float[] weights;
    private double residualRms;

    Fit(ResidualNetwork network, ChunkPairs pairs, float[] weights) {
      this.network = network;
      this.pairs = pairs;
      this.weights = weights;
    }

    Map<String, Tensor> run(Path runFolder, TrainingListener listener) throws IOException {
      int total = config.learning().steps();
      try (NDManager manager = torch.newManager();
          Parameters p = Parameters.initialize(manager, network.layout(), config.seed());
          Learner learner =
              Learner.averaging(
                  p, config.learning().optimizer(), total, config.learning().emaPower());
          MetricsLog metrics = MetricsLog.open(runFolder, 0)) {
        for (int step = 0; step < total; step++) {
          int[] rows = rows(step);
          StepReport report = learner.step((scope, q) -> loss(scope, q, rows));
          if ((step + 1) % config.logEvery() == 0) {
            metrics.write(step + 1, metrics(report));
          }
          listener.onStep(report, total);
        }
        residualRms = residualRms(manager, learner.weights());
        return learner.weights().toTensors();
      }
    }

    private TreeMap<String, Double> metrics(StepReport report) {
      TreeMap<String, Double> values = new TreeMap<>();
      values.put("losses/residual", report.loss());
      values.put("charts/gradient_norm", report.gradientNorm());
      values.put("charts/effective_size", RewardWeights.effectiveSize(weights));
      return values;
    }

    private int[] rows(long step) {
      SplittableRandom random = Seeds.stream(config.seed(), "batch", step);
      return random.ints(config.learning().batchSize(), 0, pairs.size()).toArray();
    }

    /** mean w·‖a − a_base − π_res‖² + λ·mean ‖π_res‖², means over batch and components. */
    private NDArray loss(NDManager scope, Parameters p, int[] rows) {
      int in = network.inputWidth();
      int out = network.actionWidth();
      NDArray input = scope.create(gather(pairs.inputs(), in, rows), new Shape(rows.length, in));
      NDArray target =
          scope.create(gather(pairs.targets(), out, rows), new Shape(rows.length, out));
      NDArray weight = scope.create(gather(weights, 1, rows), new Shape(rows.length, 1));
      NDArray residual = network.forward(p, input);
      NDArray fit = residual.sub(target).square().mul(weight).mean();
      NDArray size = residual.square().mean();
      return fit.add(Scalars.times(size, (float) config.residual().lambda()));
    }

    private double residualRms(NDManager manager, Parameters p) {
      Shape shape = new Shape(pairs.size(), network.inputWidth());
      try (NDManager scope = manager.newSubManager()) {
        return rms(network.forward(p, scope.create(pairs.inputs(), shape)).toFloatArray());
      }
    }
  }

  private static float[] gather(float[] values, int width, int[] rows) {
    float[] out = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, out, i * width, width);
    }
    return out;
  }
}
