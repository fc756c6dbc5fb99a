package org.strop.sim.suite.task;

import org.strop.configs.Bounds;

/**
 * Stiffness of every contact: F = k δ + c δ̇, never pulling. Ours.
 *
 * @param stiffnessNPerM k, N/m
 * @param dampingNSPerM c, N s/m
 */
public record ContactConfig(
    @Bounds(min = 100, max = 1e6) double stiffnessNPerM,
    @Bounds(min = 0, max = 1e4) double dampingNSPerM) {}
