package org.strop.bridge.control;

import org.strop.configs.Bounds;

/**
 * How the run loop turns. Values are ours.
 *
 * @param requestAheadSteps in real time, a new chunk is asked for when this many steps of the
 *     current one are left, so that it arrives before they are used up
 * @param startTimeoutS longest wait for the first observation and the first chunk, s
 * @param lockstepTimeoutS in lockstep, longest wait for the next observation, s of wall time
 */
public record LoopConfig(
    @Bounds(min = 0, max = 100) int requestAheadSteps,
    @Bounds(min = 0, exclusiveMin = true, max = 600) double startTimeoutS,
    @Bounds(min = 0, exclusiveMin = true, max = 600) double lockstepTimeoutS) {}
