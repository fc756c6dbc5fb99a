package org.strop.sim.task;

import org.strop.configs.Bounds;

/**
 * The wrist force-torque sensor: reading = contact + bias + drift + noise. Ours, of the order of a
 * common strain-gauge sensor after a tare.
 *
 * @param forceNoiseN standard deviation of white noise of each force sample, N
 * @param torqueNoiseNm the same of each torque sample, N m
 * @param forceBiasN standard deviation of the bias of an episode, N
 * @param torqueBiasNm the same of torque, N m
 * @param forceDriftNPerSqrtS random walk of the force reading, N/√s
 */
public record SensorConfig(
    @Bounds(min = 0, max = 10) double forceNoiseN,
    @Bounds(min = 0, max = 10) double torqueNoiseNm,
    @Bounds(min = 0, max = 50) double forceBiasN,
    @Bounds(min = 0, max = 10) double torqueBiasNm,
    @Bounds(min = 0, max = 10) double forceDriftNPerSqrtS) {}
