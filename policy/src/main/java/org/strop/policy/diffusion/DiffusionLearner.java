package org.strop.policy.diffusion;

import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.nn.Learner;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Seeds;
import org.strop.policy.nn.StepReport;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;

/**
 * Fits a diffusion policy to demonstrations, step by step.
 *
 * <p>Step s draws its windows, diffusion steps and noise from (seed, s): weights after n steps
 * depend on configuration, seed and data alone, whether or not the learner was saved and restored
 * in between. Owns its arrays. Not thread-safe.
 */
public final class DiffusionLearner implements AutoCloseable {
  private final LearningConfig learning;
  private final long seed;
  private final DiffusionPolicy.Document document;
  private final EncodedWindows windows;
  private final DiffusionModel model;
  private final NDManager manager;
  private final Parameters parameters;
  private final Learner learner;
  private int[] order = new int[0];
  private long orderEpoch = -1;

  /**
   * Encodes the data and draws the first weights.
   *
   * @param demonstrations of one rate, with the channels that the configuration names
   * @throws org.strop.configs.StropException if they are empty or lack a channel
   */
  public DiffusionLearner(
      Torch torch,
      DiffusionConfig config,
      LearningConfig learning,
      long seed,
      List<Trajectory> demonstrations) {
    this.learning = learning;
    this.seed = seed;
    ChunkProcessor processor = ChunkProcessor.fit(config, demonstrations);
    double rateHz = demonstrations.get(0).info().rateHz();
    document = new DiffusionPolicy.Document(config, rateHz, processor.state());
    windows = EncodedWindows.of(processor, demonstrations);
    model = new DiffusionModel(config, processor);
    manager = torch.newManager();
    parameters = Parameters.initialize(manager, model.layout(), seed);
    learner =
        Learner.averaging(parameters, learning.optimizer(), learning.steps(), learning.emaPower());
  }

  /**
   * Makes the next step.
   *
   * @throws org.strop.configs.StropException {@code COMPUTATION} if training diverged
   */
  public StepReport step() {
    long step = learner.stepsDone();
    DiffusionModel.Batch batch =
        model.noisy(windows, rows(step), Seeds.stream(seed, "noise", step));
    return learner.step((scope, p) -> model.loss(scope, p, batch));
  }

  /** Rows of a step: the data in a new random order each epoch. */
  private int[] rows(long step) {
    int[] rows = new int[learning.batchSize()];
    for (int i = 0; i < rows.length; i++) {
      long position = step * rows.length + i;
      long epoch = position / windows.size();
      if (epoch != orderEpoch) {
        order = Seeds.permutation(Seeds.stream(seed, "epoch", epoch), windows.size());
        orderEpoch = epoch;
      }
      rows[i] = order[(int) (position % windows.size())];
    }
    return rows;
  }

  /** Returns the number of steps made. */
  public long stepsDone() {
    return learner.stepsDone();
  }

  /** Returns the number of windows learnt from. */
  public int size() {
    return windows.size();
  }

  /** Returns the policy's document, for a checkpoint. */
  public DiffusionPolicy.Document document() {
    return document;
  }

  /** Returns the averaged weights. */
  public Map<String, Tensor> weights() {
    return learner.weights().toTensors();
  }

  /** Returns what the next steps depend on. */
  public Map<String, Tensor> state() {
    return learner.state();
  }

  /**
   * Goes back to a saved state.
   *
   * @param where of the state, for messages
   */
  public void restore(Map<String, Tensor> state, String where) {
    learner.restore(state, where);
  }

  /** Returns a hash of the encoded data, to tell whether a run is resumed on the same. */
  public String dataSha256() {
    ByteBuffer bytes =
        ByteBuffer.allocate(4 * (windows.observations().length + windows.chunks().length));
    bytes.asFloatBuffer().put(windows.observations()).put(windows.chunks());
    return Checkpoint.hash(bytes.array());
  }

  @Override
  public void close() {
    learner.close();
    parameters.close();
    manager.close();
  }
}
