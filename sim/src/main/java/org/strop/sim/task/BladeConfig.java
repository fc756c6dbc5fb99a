package org.strop.sim.task;

import org.strop.configs.Bounds;

/**
 * The blade and the Cartesian impedance controller that carries it.
 *
 * @param inertia what the controller moves: kg on x, y, z, kg m² on pitch; ours
 * @param stiffness of the controller: N/m on x, y, z, N m/rad on pitch; ours, in the range that a
 *     Kinova Gen3 is run at in contact
 * @param dampingRatio of each axis in free air, 1 is critical; ours
 * @param widthM length of the edge, m; the strip is never wider
 * @param bevelRad angle between the edge's flank and the blade's plane, rad: at a smaller attack
 *     angle the flank rides on the surface and the edge cannot enter; ours
 * @param frictionAngleRad friction angle on the rake face, rad, in η(α) = cot(α + friction); ours
 * @param edgeRadiusM radius of the edge, m: how blunt it is; sets the force to start a cut
 * @param sensorLeverX where the edge lies in the wrist sensor's frame, x, m
 * @param sensorLeverZ where the edge lies in the wrist sensor's frame, z, m (below: negative)
 */
public record BladeConfig(
    Axes inertia,
    Axes stiffness,
    @Bounds(min = 0, max = 5) double dampingRatio,
    @Bounds(min = 0.001, max = 0.2) double widthM,
    @Bounds(min = 0, max = 0.5) double bevelRad,
    @Bounds(min = 0, max = 1) double frictionAngleRad,
    @Bounds(min = 0, max = 0.001) double edgeRadiusM,
    @Bounds(min = -1, max = 1) double sensorLeverX,
    @Bounds(min = -1, max = 1) double sensorLeverZ) {}
