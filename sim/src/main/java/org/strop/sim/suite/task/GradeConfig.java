package org.strop.sim.suite.task;

import org.strop.configs.Bounds;

/**
 * How the graded policies differ from the expert. Ours.
 *
 * @param noise standard deviation of the noise on each action, 1
 * @param lapsesPerS rate of lapses, in which a constant random action is done, 1/s
 * @param lapseS length of a lapse, s
 * @param wanderS length of a bout of the wandering policy, s
 * @param expertShare share of its bouts in which it follows the noisy expert; in the others it
 *     heads for a random point
 */
public record GradeConfig(
    @Bounds(min = 0, max = 5) double noise,
    @Bounds(min = 0, max = 20) double lapsesPerS,
    @Bounds(min = 0.05, max = 10) double lapseS,
    @Bounds(min = 0.05, max = 10) double wanderS,
    @Bounds(min = 0, max = 1) double expertShare) {}
