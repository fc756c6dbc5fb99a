package org.strop.sim.arm;

import org.strop.configs.Bounds;
import org.strop.sim.urdf.BodyInertia;
import org.strop.sim.urdf.RigidTransform;

/**
 * What the flange carries: a wrist sensor, and below it the tool that the sensor weighs.
 *
 * @param flangeFromSensor where the sensor's frame is on the flange
 * @param massKg of the tool
 * @param comX centre of mass in the sensor's frame, m
 * @param comY centre of mass
 * @param comZ centre of mass
 * @param inertiaXx about the centre of mass, sensor's axes, kg m²
 * @param inertiaYy about the centre of mass
 * @param inertiaZz about the centre of mass
 */
public record ToolConfig(
    Placement flangeFromSensor,
    @Bounds(min = 0, max = 20) double massKg,
    @Bounds(min = -1, max = 1) double comX,
    @Bounds(min = -1, max = 1) double comY,
    @Bounds(min = -1, max = 1) double comZ,
    @Bounds(min = 0, max = 1) double inertiaXx,
    @Bounds(min = 0, max = 1) double inertiaYy,
    @Bounds(min = 0, max = 1) double inertiaZz) {
  /** Returns the tool as a body in the sensor's frame. */
  BodyInertia body() {
    return new BodyInertia(massKg, comX, comY, comZ, inertiaXx, 0, 0, inertiaYy, 0, inertiaZz);
  }

  RigidTransform mount() {
    return flangeFromSensor.transform();
  }
}
