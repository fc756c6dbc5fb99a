package org.strop.policy.diffusion;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;

/**
 * A trained diffusion policy: window [W, Do] to chunk [Ta, Da].
 *
 * <p>Deterministic by the window's seed. Not thread-safe. Owns its parameters.
 */
public final class DiffusionPolicy implements Policy {
  /** Kind of its checkpoints. */
  public static final String KIND = "diffusion_policy";

  /** File with what the network does not know: names, ranges, sizes. */
  public static final String DOCUMENT = "policy.json";

  /** File with the weights. */
  public static final String WEIGHTS = "model.safetensors";

  /** File with the configuration that it was trained with. */
  public static final String CONFIG = "config.yaml";

  private final Document document;
  private final ChunkProcessor processor;
  private final DiffusionModel model;
  private final NDManager manager;
  private final Parameters parameters;
  private final PolicySpec spec;

  /**
   * What a checkpoint stores besides the weights.
   *
   * @param config of the policy
   * @param rateHz its step rate
   */
  public record Document(DiffusionConfig config, double rateHz, ChunkProcessor.State processor) {}

  /**
   * Creates a policy.
   *
   * @param weights of {@link DiffusionModel#layout}, usually averaged ones
   * @param where the weights come from, for messages
   */
  public DiffusionPolicy(
      Torch torch, Document document, Map<String, Tensor> weights, String where) {
    this.document = document;
    DiffusionConfig config = document.config();
    processor = new ChunkProcessor(document.processor());
    model = new DiffusionModel(config, processor);
    manager = torch.newManager();
    parameters = Parameters.frozen(manager, model.layout(), weights, where);
    spec =
        new PolicySpec(
            config.name(),
            document.processor().inputs().stream().map(ChunkProcessor.Input::channel).toList(),
            document.processor().action(),
            processor.windowSteps(),
            config.nActionSteps(),
            document.rateHz());
  }

  /**
   * Loads a checkpoint.
   *
   * @throws org.strop.configs.StropException if it is missing, damaged, too new or of another kind
   */
  public static DiffusionPolicy load(Path folder, Torch torch) throws IOException {
    Checkpoint checkpoint = Checkpoint.read(folder).require(KIND);
    return new DiffusionPolicy(
        torch,
        checkpoint.readJson(DOCUMENT, Document.class),
        checkpoint.readTensors(WEIGHTS),
        folder.toString());
  }

  /** Returns the files of a checkpoint, by name. */
  public static Map<String, byte[]> files(
      Document document, Map<String, Tensor> weights, String configYaml) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(DOCUMENT, Checkpoint.json(document));
    files.put(WEIGHTS, Checkpoint.tensors(weights));
    files.put(CONFIG, configYaml.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  @Override
  public PolicySpec spec() {
    return spec;
  }

  /** Returns what it was made from. */
  public Document document() {
    return document;
  }

  /** Returns how it encodes observations and actions. */
  public ChunkProcessor processor() {
    return processor;
  }

  @Override
  public List<ActionChunk> act(List<ObservationWindow> windows) {
    EncodedDecisions decisions = encode(windows);
    return decode(windows, decisions, decisions.chunks());
  }

  /**
   * Encoded observations with the policy's own encoded chunks, for policies on top of this one.
   *
   * @param observations n · observationWidth values; owned by the record
   * @param chunks n · chunkWidth values; owned by the record
   * @param anchors n positions that relative actions refer to
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one decision, never compared
  public record EncodedDecisions(float[] observations, float[] chunks, List<float[]> anchors) {}

  /** Encodes the windows and samples their chunks. */
  public EncodedDecisions encode(List<ObservationWindow> windows) {
    float[] observations = new float[windows.size() * processor.observationWidth()];
    List<float[]> anchors = new ArrayList<>();
    long[] seeds = new long[windows.size()];
    for (int i = 0; i < seeds.length; i++) {
      ObservationWindow window = windows.get(i);
      int at = i * processor.observationWidth();
      anchors.add(
          processor.encodeObservation(
              key -> channel(window, key), spec.windowSteps() - 1, observations, at));
      seeds[i] = window.seed();
    }
    float[] chunks = model.sample(manager, parameters, observations, seeds);
    return new EncodedDecisions(observations, chunks, anchors);
  }

  /** Decodes encoded chunks, those of {@code decisions} or changed ones, into actions. */
  public List<ActionChunk> decode(
      List<ObservationWindow> windows, EncodedDecisions decisions, float[] chunks) {
    long stepNanos = Math.round(1e9 / document.rateHz());
    List<ActionChunk> out = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      FloatMatrix actions =
          processor.decodeActions(
              chunks, i * processor.chunkWidth(), spec.actionSteps(), decisions.anchors().get(i));
      out.add(new ActionChunk(windows.get(i).stampNanos(), stepNanos, actions));
    }
    return out;
  }

  private FloatMatrix channel(ObservationWindow window, String key) {
    FloatMatrix rows = window.channels().get(key);
    int width =
        spec.observations().stream()
            .filter(s -> s.key().equals(key))
            .findFirst()
            .orElseThrow()
            .width();
    if (rows == null || rows.rows() != spec.windowSteps() || rows.cols() != width) {
      throw new IllegalArgumentException(
          "channel "
              + key
              + ": expected ["
              + spec.windowSteps()
              + ", "
              + width
              + "], found "
              + rows);
    }
    return rows;
  }

  @Override
  public void close() {
    parameters.close();
    manager.close();
  }
}
