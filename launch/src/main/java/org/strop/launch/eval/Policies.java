package org.strop.launch.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.strop.bridge.control.DecisionSeed;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.policy.PolicyLoader;
import org.strop.policy.finetune.DecisionSeeds;
import org.strop.policy.nn.ComputeConfig;

/** Policies as run folders hold them, and the seeds that their rollouts remember. */
public final class Policies {
  private static final String DECISION_SEED = "decision_seed";

  private Policies() {}

  /** Returns the checkpoint that a path means: the folder itself, or the policy in a run folder. */
  public static Path folder(Path path) {
    return Files.isDirectory(path.resolve("policy")) ? path.resolve("policy") : path;
  }

  /**
   * Loads a policy of any kind.
   *
   * @param path a checkpoint, or a run folder with a finished policy
   * @throws org.strop.configs.StropException MISSING_DATA, CORRUPT_DATA or TOO_NEW
   */
  public static Policy load(Path path, ComputeConfig compute) {
    try {
      return PolicyLoader.load(folder(path), compute);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the seeds of the decisions that made trajectories: those that rollouts noted, and any
   * for trajectories that no policy made.
   */
  public static DecisionSeeds decisionSeeds() {
    DecisionSeeds unrelated = DecisionSeeds.unrelated();
    return (Trajectory trajectory, int decision) -> {
      String seed = trajectory.info().attributes().get(DECISION_SEED);
      return seed == null
          ? unrelated.seed(trajectory, decision)
          : DecisionSeed.of(Long.parseLong(seed), decision);
    };
  }
}
