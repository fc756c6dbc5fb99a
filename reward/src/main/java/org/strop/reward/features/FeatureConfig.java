package org.strop.reward.features;

import org.strop.configs.Bounds;

/**
 * What the reward sees of a step.
 *
 * @param wrenchHistorySteps wrenches up to and including this step's, at least 1; lets the reward
 *     tell a rising force from a steady one. Ours
 * @param clip scaled features are cut off at ± this many standard deviations, so that a state
 *     unlike all others can't dominate. Ours
 */
public record FeatureConfig(
    @Bounds(min = 1, max = 100) int wrenchHistorySteps, @Bounds(min = 1, max = 100) double clip) {}
