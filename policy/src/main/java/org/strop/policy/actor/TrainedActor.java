package org.strop.policy.actor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;

/**
 * What a fit of an actor gives, off the engine. Every weight is finite.
 *
 * @param document what the network does not know
 * @param weights by name
 */
public record TrainedActor(ActorPolicy.Document document, Map<String, Tensor> weights) {
  /**
   * Checks that no weight is NaN or infinite.
   *
   * @throws StropException {@code COMPUTATION} if one is
   */
  public TrainedActor {
    weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    weights.forEach(TrainedActor::requireFinite);
  }

  private static void requireFinite(String name, Tensor tensor) {
    for (int i = 0; i < tensor.size(); i++) {
      if (!Float.isFinite(tensor.get(i))) {
        throw new StropException(
            ErrorCode.COMPUTATION,
            "weight " + i + " of " + name + " is " + tensor.get(i),
            "the actor that was just trained",
            "lower the learning rate; nothing was written");
      }
    }
  }

  /** Returns the policy, owned by the caller. */
  public ActorPolicy policy(Torch torch) {
    return new ActorPolicy(torch, document, weights, "this fit");
  }

  /** Returns the network that the weights belong to. */
  public ActorNetwork network() {
    return new ActorNetwork(document.actor(), document.scaling());
  }

  /**
   * Writes a checkpoint whole or not at all.
   *
   * @param configYaml the resolved configuration of the fit
   * @return the hash that names it
   */
  public String save(Path folder, String configYaml) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(ActorPolicy.DOCUMENT, Checkpoint.json(document));
    files.put(ActorPolicy.WEIGHTS, Checkpoint.tensors(weights));
    files.put(ActorPolicy.CONFIG, configYaml.getBytes(StandardCharsets.UTF_8));
    return Checkpoint.write(folder, ActorPolicy.KIND, files);
  }
}
