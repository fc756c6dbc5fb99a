package org.strop.sim.arm;

import org.strop.configs.Bounds;
import org.strop.sim.urdf.RigidTransform;

/**
 * Where something is.
 *
 * @param x m
 * @param y m
 * @param z m
 * @param roll rad
 * @param pitch rad
 * @param yaw rad
 */
public record Placement(
    @Bounds(min = -10, max = 10) double x,
    @Bounds(min = -10, max = 10) double y,
    @Bounds(min = -10, max = 10) double z,
    @Bounds(min = -7, max = 7) double roll,
    @Bounds(min = -7, max = 7) double pitch,
    @Bounds(min = -7, max = 7) double yaw) {
  /** Returns it as a transform: R = Rz(yaw) Ry(pitch) Rx(roll). */
  public RigidTransform transform() {
    return RigidTransform.ofOrigin(new double[] {x, y, z}, new double[] {roll, pitch, yaw});
  }
}
