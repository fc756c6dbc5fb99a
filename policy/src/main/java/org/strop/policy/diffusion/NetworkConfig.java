package org.strop.policy.diffusion;

import org.strop.configs.Bounds;
import org.strop.policy.nn.Activation;

/**
 * The denoiser: a residual perceptron.
 *
 * @param width of the hidden layers; 256, ours
 * @param blocks residual blocks of two layers; 3, ours
 * @param timeFeatures width of the sinusoidal features of the diffusion step, even; 32, ours
 * @param activation between layers; {@code gelu} is the fastest of the smooth ones here
 */
public record NetworkConfig(
    @Bounds(min = 1, max = 8192) int width,
    @Bounds(min = 0, max = 64) int blocks,
    @Bounds(min = 2, max = 1024) int timeFeatures,
    Activation activation) {}
