package org.strop.policy;

import java.util.List;
import org.strop.configs.Resolved;
import org.strop.policy.diffusion.DiffusionConfig;
import org.strop.policy.diffusion.LearningConfig;
import org.strop.policy.diffusion.NetworkConfig;
import org.strop.policy.diffusion.ObservationInput;
import org.strop.policy.diffusion.Prediction;
import org.strop.policy.finetune.ResidualConfig;
import org.strop.policy.finetune.ResidualTrainConfig;
import org.strop.policy.nn.Activation;
import org.strop.policy.nn.AdamWConfig;
import org.strop.policy.nn.ComputeConfig;
import org.strop.policy.nn.DeviceKind;
import org.strop.policy.train.DiffusionTrainConfig;

/** Configurations small enough for tests. */
public final class TinyConfigs {
  /** What all tests compute with. */
  public static final ComputeConfig CPU = new ComputeConfig(DeviceKind.CPU, 1);

  /** A diffusion policy that reads two states and three wrenches. */
  public static final DiffusionConfig POLICY =
      new DiffusionConfig(
          "base",
          List.of(
              new ObservationInput("observation.state", 2),
              new ObservationInput("observation.wrench", 3)),
          "action",
          8,
          4,
          true,
          50,
          10,
          Prediction.SAMPLE,
          new NetworkConfig(48, 1, 8, Activation.GELU));

  private TinyConfigs() {}

  /** Returns how to learn in a number of steps. */
  public static LearningConfig learning(int steps) {
    AdamWConfig optimizer = new AdamWConfig(3e-3, 0.95, 0.999, 1e-8, 1e-6, 5, 1);
    return new LearningConfig(steps, 32, 0.75, optimizer);
  }

  /** Returns a training run as if loaded from a file. */
  public static Resolved<DiffusionTrainConfig> training(int steps, long seed, int checkpointEvery) {
    DiffusionTrainConfig config =
        new DiffusionTrainConfig(seed, CPU, POLICY, learning(steps), 5, checkpointEvery);
    return new Resolved<>(config, "steps: " + steps + "\nseed: " + seed + "\n", "");
  }

  /** Returns a refinement as if loaded from a file. */
  public static Resolved<ResidualTrainConfig> refinement(double beta, double lambda, int steps) {
    ResidualConfig residual =
        new ResidualConfig("refined", 32, Activation.GELU, beta, lambda, 0.2, 4);
    return new Resolved<>(
        new ResidualTrainConfig(3, CPU, residual, learning(steps), 10), "beta: " + beta + "\n", "");
  }
}
