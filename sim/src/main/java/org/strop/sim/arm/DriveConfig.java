package org.strop.sim.arm;

import org.strop.configs.Bounds;

/**
 * The drive of a joint, as seen from the joint. Ours: no figures are published.
 *
 * @param rotorInertiaKgM2 inertia of the rotor times the gear ratio squared, kg m²
 * @param coulombNm dry friction that the joint's torque loop leaves, N m
 * @param viscousNmSPerRad viscous friction that it leaves, N m s/rad
 */
public record DriveConfig(
    @Bounds(min = 0, max = 50) double rotorInertiaKgM2,
    @Bounds(min = 0, max = 100) double coulombNm,
    @Bounds(min = 0, max = 100) double viscousNmSPerRad) {}
