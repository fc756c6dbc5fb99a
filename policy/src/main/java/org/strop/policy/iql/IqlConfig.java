package org.strop.policy.iql;

import org.strop.configs.Bounds;
import org.strop.policy.nn.Activation;
import org.strop.policy.nn.AdamWConfig;

/**
 * Implicit Q-learning.
 *
 * @param expectile τ_e (0.7)
 * @param beta temperature of the policy's weights, in standard deviations of the reward; ours
 * @param maxWeight largest weight (100)
 * @param discount γ (0.99)
 * @param targetRate τ of the slow copy of Q (0.005)
 * @param hiddenWidth of V and of both Q; ours
 * @param hiddenLayers of V and of both Q
 * @param activation of V and of both Q
 * @param steps optimiser steps
 * @param batchSize transitions per optimiser step
 * @param optimizer Adam (3e-4)
 */
public record IqlConfig(
    @Bounds(min = 0.5, max = 0.999) double expectile,
    @Bounds(min = 0, exclusiveMin = true, max = 1e6) double beta,
    @Bounds(min = 1, max = 1e9) double maxWeight,
    @Bounds(min = 0, max = 0.99999) double discount,
    @Bounds(min = 0, exclusiveMin = true, max = 1) double targetRate,
    @Bounds(min = 1, max = 8192) int hiddenWidth,
    @Bounds(min = 1, max = 16) int hiddenLayers,
    Activation activation,
    @Bounds(min = 1, max = 1e7) int steps,
    @Bounds(min = 1, max = 1e6) int batchSize,
    AdamWConfig optimizer) {}
