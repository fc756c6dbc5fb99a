package org.strop.reward.model;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Map;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;
import org.strop.policy.port.RewardSignal;
import org.strop.reward.features.CartesianForceFeatures;
import org.strop.reward.features.FeatureScaling;
import org.strop.reward.features.StepFeatures;

/**
 * A trained per-step reward r(o_t, a_t) in (0, 1): mean and spread of an ensemble.
 *
 * <p>Reads only observations and actions; a trajectory needs no {@code cut} channel. Holds native
 * memory until closed. Not thread-safe.
 */
public final class RewardModel implements RewardSignal, AutoCloseable {
  private final RewardConfig config;
  private final StepFeatures features;
  private final FeatureScaling scaling;
  private final Map<String, Tensor> tensors;
  private final NDManager manager;
  private final Ensemble ensemble;

  RewardModel(
      RewardConfig config, FeatureScaling scaling, Map<String, Tensor> tensors, String where) {
    this.config = config;
    this.features = featuresOf(config);
    this.scaling = scaling;
    this.tensors = Map.copyOf(tensors);
    this.manager = Torch.start(config.compute()).newManager();
    this.ensemble = new Ensemble(manager, config.ensemble(), features.width(), tensors, where);
  }

  /**
   * Loads a reward.
   *
   * @param file as written by {@link #save}, or the folder that holds it
   * @throws org.strop.configs.StropException {@code MISSING_DATA}, {@code CORRUPT_DATA}, or {@code
   *     TOO_NEW} where a newer release wrote it
   */
  public static RewardModel load(Path file) {
    return RewardCheckpoint.read(file);
  }

  /** Writes the reward to a file, whole or not at all: weights, scaling and configuration. */
  public void save(Path file) {
    RewardCheckpoint.write(file, this);
  }

  static StepFeatures featuresOf(RewardConfig config) {
    return new CartesianForceFeatures(config.features().wrenchHistorySteps());
  }

  /** Returns what it was trained with. */
  public RewardConfig config() {
    return config;
  }

  FeatureScaling scaling() {
    return scaling;
  }

  Map<String, Tensor> tensors() {
    return tensors;
  }

  /** {@inheritDoc} The deviation is the population's, over members. */
  @Override
  public StepRewards score(Trajectory trajectory) {
    float[][] rewards = memberRewards(trajectory);
    float[] mean = new float[trajectory.length()];
    float[] deviation = new float[trajectory.length()];
    for (int t = 0; t < mean.length; t++) {
      double sum = 0;
      double squares = 0;
      for (float[] member : rewards) {
        sum += member[t];
        squares += (double) member[t] * member[t];
      }
      double centre = sum / rewards.length;
      mean[t] = (float) centre;
      deviation[t] = (float) Math.sqrt(Math.max(0, squares / rewards.length - centre * centre));
    }
    return new StepRewards(mean, deviation);
  }

  /** Returns the reward of each step for each member, [M][T]. */
  float[][] memberRewards(Trajectory trajectory) {
    float[] rows = features.of(trajectory).toArray();
    scaling.apply(rows);
    return ensemble.rewards(rows, features.width());
  }

  /** Returns each member's logits per unit of return difference, length M. */
  public float[] gains() {
    return ensemble.gains();
  }

  @Override
  public void close() {
    ensemble.close();
    manager.close();
  }
}
