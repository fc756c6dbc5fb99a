package org.strop.sim.task;

import org.strop.configs.Bounds;

/**
 * One number for each of the blade's four axes.
 *
 * @param x along the feed
 * @param y lateral
 * @param z up
 * @param pitch about y
 */
public record Axes(
    @Bounds(min = 0, exclusiveMin = true) double x,
    @Bounds(min = 0, exclusiveMin = true) double y,
    @Bounds(min = 0, exclusiveMin = true) double z,
    @Bounds(min = 0, exclusiveMin = true) double pitch) {}
