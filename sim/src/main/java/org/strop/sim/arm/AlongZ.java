package org.strop.sim.arm;

import org.strop.sim.urdf.BodyInertia;
import org.strop.sim.urdf.RigidTransform;

/**
 * A body whose frame is turned so that its joint's axis is z, which spares Rodrigues' formula in
 * the loop.
 *
 * @param parentFromJoint from the turned frame of the parent
 * @param inertia in the turned frame
 * @param turnedFromBody from the URDF's frame of the body
 */
record AlongZ(RigidTransform parentFromJoint, BodyInertia inertia, RigidTransform turnedFromBody) {
  static AlongZ[] of(Mechanism mechanism) {
    AlongZ[] all = new AlongZ[mechanism.size()];
    for (int i : mechanism.order()) {
      Mechanism.Body b = mechanism.bodies().get(i);
      RigidTransform turn = turn(b.joint().axis().toArray());
      RigidTransform up =
          b.parent() < 0 ? RigidTransform.IDENTITY : all[b.parent()].turnedFromBody();
      all[i] =
          new AlongZ(
              up.times(b.parentFromJoint()).times(turn.inverse()), b.inertia().in(turn), turn);
    }
    return all;
  }

  RigidTransform bodyFromFlange(Mechanism mechanism) {
    return turnedFromBody.times(mechanism.bodyFromFlange());
  }

  /** A rotation that brings a unit axis to z; exact for z itself. */
  private static RigidTransform turn(double[] axis) {
    double[] across = {axis[1], -axis[0], 0}; // axis × z
    double sine = Math.hypot(across[0], across[1]);
    if (sine == 0) {
      return axis[2] > 0
          ? RigidTransform.IDENTITY
          : RigidTransform.rotation(new double[] {1, 0, 0}, Math.PI);
    }
    double[] unit = {across[0] / sine, across[1] / sine, 0};
    return RigidTransform.rotation(unit, Math.atan2(sine, axis[2]));
  }
}
