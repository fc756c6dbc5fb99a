package org.strop.policy.clone;

import org.strop.configs.Bounds;
import org.strop.policy.nn.AdamWConfig;

/**
 * Behaviour cloning.
 *
 * @param steps optimiser steps, the end of the cosine schedule
 * @param batchSize steps of data per optimiser step, drawn with repetition
 * @param optimizer Adam (1e-4: METHODS 3)
 */
public record CloningConfig(
    @Bounds(min = 1, max = 1e7) int steps,
    @Bounds(min = 1, max = 1e6) int batchSize,
    AdamWConfig optimizer) {}
