/**
 * Multi-body dynamics of serial arms and trees, and the simulated 7-DoF arm. Equations, decisions
 * and figures: {@code sim/docs/arm.md}.
 *
 * <ul>
 *   <li>World frame: that of the URDF's root link, z up, gravity 9.81 m/s² down. SI units.
 *   <li>Vectors over joints are in the order of the URDF file.
 *   <li>Twists, wrenches and Jacobians: linear rows first, then angular, in world axes, at the
 *       flange.
 *   <li>{@link org.strop.sim.arm.MecanoDynamics} is the reference (a library used on real robots);
 *       {@link org.strop.sim.arm.FlatDynamics} computes the same numbers for the control loop,
 *       several times faster, and a test holds them together.
 *   <li>Nothing here knows of produce, tasks or ROS.
 * </ul>
 */
@NullMarked
package org.strop.sim.arm;

import org.jspecify.annotations.NullMarked;
