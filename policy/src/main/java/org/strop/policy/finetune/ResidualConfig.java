package org.strop.policy.finetune;

import org.strop.configs.Bounds;
import org.strop.policy.nn.Activation;

/**
 * A residual policy and its objective. All defaults are ours.
 *
 * @param name for logs and as the {@code source} of its trajectories
 * @param hiddenWidth of the two-layer perceptron
 * @param beta weight of the reward, per reward unit; 0 is plain behaviour cloning of the residual
 * @param lambda weight of the residual's square
 * @param resScale bound of the residual, normalised action units; 0.05 to 0.2, a word of ResiP
 * @param rewardSteps steps from a chunk's first one on whose mean reward weighs the chunk
 */
public record ResidualConfig(
    String name,
    @Bounds(min = 1, max = 8192) int hiddenWidth,
    Activation activation,
    @Bounds(min = 0, max = 1000) double beta,
    @Bounds(min = 0, max = 1e6) double lambda,
    @Bounds(min = 0, exclusiveMin = true, max = 2) double resScale,
    @Bounds(min = 1, max = 1000) int rewardSteps) {}
