package org.strop.sim.task;

import org.strop.configs.Bounds;

/**
 * Smooth noise added to a policy's actions, so that attempts differ enough to be compared. An
 * Ornstein-Uhlenbeck process on each of three directions; ours.
 *
 * @param feedM standard deviation along the feed, m
 * @param depthM standard deviation in depth, m
 * @param angleRad standard deviation of the pitch, rad
 * @param timeS correlation time, s
 */
public record ExplorationConfig(
    @Bounds(min = 0, max = 0.05) double feedM,
    @Bounds(min = 0, max = 0.05) double depthM,
    @Bounds(min = 0, max = 1) double angleRad,
    @Bounds(min = 0.05, max = 100) double timeS) {}
