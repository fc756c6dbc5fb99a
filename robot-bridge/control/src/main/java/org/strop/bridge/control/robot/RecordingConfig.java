package org.strop.bridge.control.robot;

import org.strop.configs.Bounds;

/**
 * How recordings are cut and guarded. Values are ours.
 *
 * @param maxGapS longest distance between two samples of a topic that is bridged by interpolation,
 *     s; a longer one splits the episode
 * @param startTimeoutS longest wait for the robot's nodes and the start of an episode, s of wall
 *     time
 * @param silenceTimeoutS longest time without any message during an episode, s of wall time
 * @param drainTimeoutS longest wait after the end of an episode for the last samples, s of wall
 *     time
 * @param maxSamples most samples of one topic held in memory for one episode
 */
public record RecordingConfig(
    @Bounds(min = 0, exclusiveMin = true, max = 60) double maxGapS,
    @Bounds(min = 0, exclusiveMin = true, max = 600) double startTimeoutS,
    @Bounds(min = 0, exclusiveMin = true, max = 600) double silenceTimeoutS,
    @Bounds(min = 0, exclusiveMin = true, max = 60) double drainTimeoutS,
    @Bounds(min = 100, max = 10_000_000) int maxSamples) {}
