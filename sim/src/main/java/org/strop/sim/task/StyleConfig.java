package org.strop.sim.task;

import org.strop.configs.Bounds;

/**
 * A way of peeling: what a person aims at, drawn for each episode. All ours.
 *
 * @param forceN normal force, N
 * @param angleRad attack angle, relative to the surface, rad
 * @param feedMPerS feed speed, m/s
 * @param sawM amplitude of sawing along the edge, m; 0 pushes straight
 * @param sawHz how often, 1/s
 */
public record StyleConfig(
    Range forceN,
    Range angleRad,
    Range feedMPerS,
    Range sawM,
    @Bounds(min = 0, max = 5) double sawHz) {}
