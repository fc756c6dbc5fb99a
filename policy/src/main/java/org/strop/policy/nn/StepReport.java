package org.strop.policy.nn;

/**
 * What one optimiser step did.
 *
 * @param step its number, counted from 0
 * @param loss before the step
 * @param gradientNorm Euclidean, before clipping
 * @param learningRate used
 */
public record StepReport(long step, double loss, double gradientNorm, double learningRate) {}
