package org.strop.sim.arm;

import org.strop.configs.Bounds;

/**
 * What the redundant joint does: a spring toward the home posture that the edge does not feel.
 *
 * @param stiffnessNmPerRad of each joint, N m/rad
 * @param dampingRatio 1 is critical
 */
public record PostureConfig(
    @Bounds(min = 0, max = 1000) double stiffnessNmPerRad,
    @Bounds(min = 0, max = 5) double dampingRatio) {}
