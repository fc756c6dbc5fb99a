package org.strop.policy.contrastive;

import org.strop.configs.Bounds;
import org.strop.policy.nn.AdamWConfig;

/**
 * Contrastive preference learning. λ belongs to the loss that the trainer is given.
 *
 * @param alpha temperature of the regret model: score per unit of log-likelihood (0.1; 0.2 with a
 *     reference)
 * @param reference whether scores are relative to the frozen start: the KL form
 * @param cloningWeight c of the BC form; 0 for the others
 * @param steps optimiser steps, the end of the cosine schedule
 * @param pairsPerStep choices per optimiser step, drawn with repetition
 * @param optimizer Adam (1e-4), with a warm-up of its own
 */
public record ContrastiveConfig(
    @Bounds(min = 0, exclusiveMin = true, max = 1000) double alpha,
    boolean reference,
    @Bounds(min = 0, max = 1e6) double cloningWeight,
    @Bounds(min = 1, max = 1e7) int steps,
    @Bounds(min = 1, max = 1e5) int pairsPerStep,
    AdamWConfig optimizer) {}
