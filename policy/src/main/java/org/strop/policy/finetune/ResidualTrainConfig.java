package org.strop.policy.finetune;

import org.strop.configs.Bounds;
import org.strop.policy.diffusion.LearningConfig;
import org.strop.policy.nn.ComputeConfig;

/**
 * A refinement; {@code configs/train/peeling_residual.yaml}.
 *
 * @param seed of first weights and batches
 * @param logEvery steps between lines of metrics
 */
public record ResidualTrainConfig(
    long seed,
    ComputeConfig compute,
    ResidualConfig residual,
    LearningConfig learning,
    @Bounds(min = 1, max = 1e8) int logEvery) {}
