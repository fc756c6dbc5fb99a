package org.strop.policy.actor;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.nn.MinMaxNormalizer;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;

/**
 * A trained actor: newest observation to one action, the mean of π cut off at the data's range.
 *
 * <p>Deterministic; the window's seed is not used. Not thread-safe. Owns its parameters.
 */
public final class ActorPolicy implements Policy {
  /** Kind of its checkpoints. */
  public static final String KIND = "actor_policy";

  static final String DOCUMENT = "policy.json";
  static final String WEIGHTS = "model.safetensors";
  static final String CONFIG = "config.yaml";

  private final Document document;
  private final MinMaxNormalizer observation;
  private final MinMaxNormalizer action;
  private final ActorNetwork network;
  private final NDManager manager;
  private final Parameters parameters;
  private final PolicySpec spec;

  /** What a checkpoint stores besides the weights. */
  public record Document(ActorConfig actor, ActorChannels channels, ActorScaling scaling) {}

  /**
   * Creates a policy.
   *
   * @param where the weights come from, for messages
   */
  public ActorPolicy(Torch torch, Document document, Map<String, Tensor> weights, String where) {
    this.document = document;
    observation = document.scaling().observation();
    action = document.scaling().action();
    network = new ActorNetwork(document.actor(), document.scaling());
    manager = torch.newManager();
    parameters = Parameters.frozen(manager, network.layout(), weights, where);
    ActorChannels c = document.channels();
    spec = new PolicySpec(document.actor().name(), c.observations(), c.action(), 1, 1, c.rateHz());
  }

  /**
   * Loads a checkpoint.
   *
   * @throws org.strop.configs.StropException if it is missing, damaged, too new or of another kind
   */
  public static ActorPolicy load(Path folder, Torch torch) throws IOException {
    Checkpoint checkpoint = Checkpoint.read(folder).require(KIND);
    return new ActorPolicy(
        torch,
        checkpoint.readJson(DOCUMENT, Document.class),
        checkpoint.readTensors(WEIGHTS),
        folder.toString());
  }

  @Override
  public PolicySpec spec() {
    return spec;
  }

  /** Returns what it was made from. */
  public Document document() {
    return document;
  }

  @Override
  public List<ActionChunk> act(List<ObservationWindow> windows) {
    int width = observation.width();
    float[] rows = new float[windows.size() * width];
    for (int i = 0; i < windows.size(); i++) {
      int at = i * width;
      for (ChannelSpec channel : spec.observations()) {
        channel(windows.get(i), channel).copyRow(0, rows, at);
        at += channel.width();
      }
    }
    float[] actions = act(rows);
    long stepNanos = Math.round(1e9 / spec.rateHz());
    List<ActionChunk> out = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      float[] one =
          java.util.Arrays.copyOfRange(actions, i * action.width(), (i + 1) * action.width());
      out.add(
          new ActionChunk(
              windows.get(i).stampNanos(), stepNanos, FloatMatrix.of(1, action.width(), one)));
    }
    return out;
  }

  private static FloatMatrix channel(ObservationWindow window, ChannelSpec spec) {
    FloatMatrix rows = window.channels().get(spec.key());
    if (rows == null || rows.rows() != 1 || rows.cols() != spec.width()) {
      throw new IllegalArgumentException(
          "channel " + spec.key() + ": expected [1, " + spec.width() + "], found " + rows);
    }
    return rows;
  }

  /**
   * Returns the actions for several observations at once.
   *
   * @param observations row-major [n, Do], in the channels' units; not modified
   * @return row-major [n, Da], in the channel's units; NaN where the observation has NaN
   */
  public float[] act(float[] observations) {
    float[] rows = observations.clone();
    observation.encode(rows);
    float[] actions;
    try (NDManager scope = manager.newSubManager()) {
      Shape shape = new Shape(rows.length / observation.width(), observation.width());
      actions = network.mean(parameters, scope.create(rows, shape)).toFloatArray();
    }
    action.decode(actions);
    float[] min = document.scaling().actionMin();
    float[] max = document.scaling().actionMax();
    for (int i = 0; i < actions.length; i++) {
      int c = i % min.length;
      actions[i] = Math.max(min[c], Math.min(max[c], actions[i])); // NaN stays NaN
    }
    return actions;
  }

  @Override
  public void close() {
    parameters.close();
    manager.close();
  }
}
