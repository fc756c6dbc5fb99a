package org.strop.reward.model;

import org.strop.configs.Bounds;

/**
 * Values of states, where people's choices are taken to follow regret or a mixture.
 *
 * @param discount γ in [0, 1); 0.99 as in {@code reward compare}. Ours
 * @param ridge per step, in squared units of scaled features; as in {@code reward compare}. Ours
 * @param episodes whose steps an optimiser step looks at to know the values; all where there are
 *     fewer. Ours
 */
public record ValueConfig(
    @Bounds(min = 0, max = 0.9999) double discount,
    @Bounds(min = 0, exclusiveMin = true, max = 1e6) double ridge,
    @Bounds(min = 1, max = 1e5) int episodes) {}
