package org.strop.policy.diffusion;

import org.strop.configs.Bounds;

/**
 * A channel that the policy reads.
 *
 * @param key of the channel, for example {@code observation.state}
 * @param steps of history, newest included; To = 2 for state in Chi et al. 2023; 8 for the wrench,
 *     0.4 s at 20 Hz, ours
 */
public record ObservationInput(String key, @Bounds(min = 1, max = 200) int steps) {}
