package org.strop.sim.arm;

import java.util.List;

/**
 * Dynamics of a robot in one state; SI units, joints in the order of the file.
 *
 * @param joints names
 * @param massMatrix M(q), n rows of n
 * @param coriolisAndGravity C(q, q̇) q̇ + g(q), N m or N
 * @param gravity g(q): the torques that hold the arm still
 * @param flangePosition world, m
 * @param flangeQuaternionXyzw world from flange, w at least 0
 * @param jacobian of the flange: three linear rows, three angular rows, world axes
 * @param jointAcceleration q̈ of M q̈ + C q̇ + g = τ, rad/s² or m/s²
 */
public record DynamicsReport(
    List<String> joints,
    List<List<Double>> massMatrix,
    List<Double> coriolisAndGravity,
    List<Double> gravity,
    List<Double> flangePosition,
    List<Double> flangeQuaternionXyzw,
    List<List<Double>> jacobian,
    List<Double> jointAcceleration) {}
