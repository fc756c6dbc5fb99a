package org.strop.sim.task;

import org.strop.configs.Bounds;

/**
 * What counts as a successful peel: every condition must hold.
 *
 * @param minCoverage share of the stroke's length on which the skin came off, in [0, 1]
 * @param minMeanThicknessM thinnest mean strip, m
 * @param maxMeanThicknessM thickest mean strip, m
 * @param maxThicknessSpreadM largest standard deviation of the strip's thickness, m
 * @param maxGouges gouges allowed
 * @param maxTears breaks of the strip allowed
 * @param maxPeakForceN largest norm of the wrist force, N
 * @param forceLimitN force above which time is counted as over the limit, N
 */
public record SuccessConfig(
    @Bounds(min = 0, max = 1) double minCoverage,
    @Bounds(min = 0) double minMeanThicknessM,
    @Bounds(min = 0) double maxMeanThicknessM,
    @Bounds(min = 0) double maxThicknessSpreadM,
    @Bounds(min = 0) int maxGouges,
    @Bounds(min = 0) int maxTears,
    @Bounds(min = 0) double maxPeakForceN,
    @Bounds(min = 0) double forceLimitN) {}
