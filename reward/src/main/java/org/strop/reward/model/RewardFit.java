package org.strop.reward.model;

/**
 * A trained reward.
 *
 * @param model the caller's to close
 * @param report how good it is
 */
public record RewardFit(RewardModel model, RewardReport report) {}
