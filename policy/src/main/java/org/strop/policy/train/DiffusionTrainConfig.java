package org.strop.policy.train;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.policy.diffusion.DiffusionConfig;
import org.strop.policy.diffusion.LearningConfig;
import org.strop.policy.nn.ComputeConfig;

/**
 * A training run of a diffusion policy; {@code configs/train/peeling_diffusion.yaml}.
 *
 * @param seed of first weights, batches and noise
 * @param logEvery steps between lines of metrics
 * @param checkpointEvery steps between checkpoints; a multiple of {@code logEvery}
 */
public record DiffusionTrainConfig(
    long seed,
    ComputeConfig compute,
    DiffusionConfig policy,
    LearningConfig learning,
    @Bounds(min = 1, max = 1e8) int logEvery,
    @Bounds(min = 1, max = 1e8) int checkpointEvery)
    implements SelfChecking {
  @Override
  public void check(Problems problems) {
    if (checkpointEvery % logEvery != 0) {
      problems.add(
          "checkpoint_every",
          "is " + checkpointEvery + ", but must be a multiple of log_every (" + logEvery + ")",
          "choose a multiple, so that a resumed run writes the same metrics");
    }
  }
}
