package org.strop.sim.suite.task;

import org.strop.configs.Bounds;
import org.strop.sim.task.Range;

/**
 * Where a mechanism stands, drawn for each seed.
 *
 * @param x in the world, m
 * @param y in the world, m
 * @param z in the world, m
 * @param yawRad turn about the vertical, rad
 */
public record Placement(Range x, Range y, @Bounds(min = -1, max = 1) double z, Range yawRad) {}
