package org.strop.policy;

import java.io.IOException;
import java.nio.file.Path;
import org.strop.bridge.trajectory.Policy;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.actor.ActorPolicy;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.diffusion.DiffusionPolicy;
import org.strop.policy.finetune.ResidualPolicy;
import org.strop.policy.nn.ComputeConfig;
import org.strop.policy.nn.Torch;

/** Loads the policy of a checkpoint folder, whatever its kind. */
public final class PolicyLoader {
  private PolicyLoader() {}

  /**
   * Returns the policy, owned by the caller.
   *
   * @throws StropException if the checkpoint is missing, damaged, too new, or holds no policy
   */
  public static Policy load(Path folder, ComputeConfig compute) throws IOException {
    Torch torch = Torch.start(compute);
    String kind = Checkpoint.read(folder).kind();
    return switch (kind) {
      case ActorPolicy.KIND -> ActorPolicy.load(folder, torch);
      case DiffusionPolicy.KIND -> DiffusionPolicy.load(folder, torch);
      case ResidualPolicy.KIND -> ResidualPolicy.load(folder, torch);
      default ->
          throw new StropException(
              ErrorCode.CORRUPT_DATA,
              "the checkpoint is a " + kind + ", not a policy",
              folder.toString(),
              "give the folder of a policy: a run's policy/ or checkpoints/step_*");
    };
  }
}
