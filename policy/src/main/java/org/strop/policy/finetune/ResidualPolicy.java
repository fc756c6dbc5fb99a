package org.strop.policy.finetune;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.diffusion.DiffusionPolicy;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;

/**
 * A frozen diffusion policy plus a learnt, bounded residual on the steps that are executed.
 *
 * <p>Deterministic by the window's seed. Not thread-safe. Owns base and parameters.
 */
public final class ResidualPolicy implements Policy {
  /** Kind of its checkpoints. */
  public static final String KIND = "residual_policy";

  private static final String DOCUMENT = "residual.json";
  private static final String WEIGHTS = "residual.safetensors";
  private static final String CONFIG = "config.yaml";

  private final DiffusionPolicy base;
  private final ResidualNetwork network;
  private final NDManager manager;
  private final Parameters parameters;
  private final PolicySpec spec;

  /**
   * What a checkpoint stores besides the weights.
   *
   * @param basePath of the base's checkpoint, relative to the parent of this one
   * @param baseSha256 hash that names the base's checkpoint
   */
  public record Document(ResidualConfig residual, String basePath, String baseSha256) {}

  /**
   * Creates a policy on top of another.
   *
   * @param base owned by the new policy
   * @param weights of the residual
   * @param where the weights come from, for messages
   */
  public ResidualPolicy(
      Torch torch,
      DiffusionPolicy base,
      ResidualConfig config,
      Map<String, Tensor> weights,
      String where) {
    this.base = base;
    PolicySpec s = base.spec();
    network = new ResidualNetwork(config, base.processor(), s.actionSteps());
    manager = torch.newManager();
    parameters = Parameters.frozen(manager, network.layout(), weights, where);
    spec =
        new PolicySpec(
            config.name(),
            s.observations(),
            s.action(),
            s.windowSteps(),
            s.actionSteps(),
            s.rateHz());
  }

  /**
   * Loads a checkpoint and the base that it names.
   *
   * @throws StropException if either is missing, damaged or too new, or the base is another than
   *     the residual was fitted on
   */
  public static ResidualPolicy load(Path folder, Torch torch) throws IOException {
    Checkpoint checkpoint = Checkpoint.read(folder).require(KIND);
    Document document = checkpoint.readJson(DOCUMENT, Document.class);
    Path baseFolder = folder.toAbsolutePath().resolveSibling(document.basePath()).normalize();
    Checkpoint base = Checkpoint.read(baseFolder);
    if (!base.sha256().equals(document.baseSha256())) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "expected base policy " + document.baseSha256() + ", found " + base.sha256(),
          baseFolder.toString(),
          "put back the base that the residual was fitted on, or refine again");
    }
    return new ResidualPolicy(
        torch,
        DiffusionPolicy.load(baseFolder, torch),
        document.residual(),
        checkpoint.readTensors(WEIGHTS),
        folder.toString());
  }

  /**
   * Writes a checkpoint.
   *
   * @param base checkpoint of the base; its relative path and hash are stored
   * @return the hash that names the checkpoint
   */
  static String save(
      Path folder,
      ResidualConfig config,
      Checkpoint base,
      Map<String, Tensor> weights,
      String configYaml)
      throws IOException {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new IOException(folder + " is not a place for a checkpoint");
    }
    Path basePath = parent.relativize(base.folder().toAbsolutePath().normalize());
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(DOCUMENT, Checkpoint.json(new Document(config, basePath.toString(), base.sha256())));
    files.put(WEIGHTS, Checkpoint.tensors(weights));
    files.put(CONFIG, configYaml.getBytes(StandardCharsets.UTF_8));
    return Checkpoint.write(folder, KIND, files);
  }

  @Override
  public PolicySpec spec() {
    return spec;
  }

  @Override
  public List<ActionChunk> act(List<ObservationWindow> windows) {
    DiffusionPolicy.EncodedDecisions decisions = base.encode(windows);
    float[] chunks = decisions.chunks();
    float[] residual = residual(decisions, windows.size());
    int width = network.actionWidth();
    int chunkWidth = base.processor().chunkWidth();
    for (int i = 0; i < residual.length; i++) {
      chunks[i / width * chunkWidth + i % width] += residual[i]; // a = a_base + π_res
    }
    return base.decode(windows, decisions, chunks);
  }

  /** Returns π_res of decisions, n · Ta·Da values. */
  private float[] residual(DiffusionPolicy.EncodedDecisions decisions, int n) {
    float[] rows = network.input(decisions.observations(), decisions.chunks(), n);
    try (NDManager scope = manager.newSubManager()) {
      return network
          .forward(parameters, scope.create(rows, new Shape(n, network.inputWidth())))
          .toFloatArray();
    }
  }

  @Override
  public void close() {
    parameters.close();
    manager.close();
    base.close();
  }
}
