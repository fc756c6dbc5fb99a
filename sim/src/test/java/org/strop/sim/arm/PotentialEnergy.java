package org.strop.sim.arm;

import org.strop.sim.urdf.BodyInertia;
import org.strop.sim.urdf.RigidTransform;

/** Σ m g z of a mechanism, by plain forward kinematics. */
final class PotentialEnergy {
  private PotentialEnergy() {}

  static double of(Mechanism mechanism, double[] q) {
    RigidTransform[] worldFrom = new RigidTransform[q.length];
    double sum = 0;
    for (int i : mechanism.order()) {
      Mechanism.Body body = mechanism.bodies().get(i);
      RigidTransform up = body.parent() < 0 ? RigidTransform.IDENTITY : worldFrom[body.parent()];
      RigidTransform moved =
          body.joint().kind() == org.strop.sim.urdf.JointKind.PRISMATIC
              ? RigidTransform.translation(body.joint().axis().toArray(), q[i])
              : RigidTransform.rotation(body.joint().axis().toArray(), q[i]);
      worldFrom[i] = up.times(body.parentFromJoint()).times(moved);
      BodyInertia b = body.inertia();
      double[] c = worldFrom[i].apply(new double[] {b.comX(), b.comY(), b.comZ()});
      sum += b.mass() * MecanoDynamics.GRAVITY * c[2];
    }
    return sum;
  }
}
