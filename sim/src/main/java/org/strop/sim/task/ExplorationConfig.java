package org.strop.sim.task;

import org.strop.configs.Bounds;

/**
 * Random offsets added to a policy's actions, so that attempts differ enough to be compared. Ours.
 *
 * <p>Each chunk gets offsets of its own, drawn independently of everything before, and faded in so
 * that the blade is not jerked. Offsets that lasted longer would show in the observations, and
 * whoever clones the attempts would learn to go on with the noise: with noise of 6 s the control
 * arm (no preference at all) fell by 0.04 in utility; with independent chunks it stays where it
 * was.
 *
 * @param feedM standard deviation along the feed, m
 * @param depthM standard deviation in depth, m
 * @param angleRad standard deviation of the pitch, rad
 * @param rampS time to fade an offset in, s
 */
public record ExplorationConfig(
    @Bounds(min = 0, max = 0.05) double feedM,
    @Bounds(min = 0, max = 0.05) double depthM,
    @Bounds(min = 0, max = 1) double angleRad,
    @Bounds(min = 0.01, max = 10) double rampS) {}
