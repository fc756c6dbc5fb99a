package org.strop.sim.arm;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.strop.sim.urdf.BodyInertia;
import org.strop.sim.urdf.JointKind;
import org.strop.sim.urdf.RigidTransform;
import us.ihmc.euclid.matrix.Matrix3D;
import us.ihmc.euclid.referenceFrame.ReferenceFrame;
import us.ihmc.euclid.referenceFrame.tools.ReferenceFrameTools;
import us.ihmc.euclid.transform.RigidBodyTransform;
import us.ihmc.euclid.tuple3D.Vector3D;
import us.ihmc.mecano.algorithms.CompositeRigidBodyMassMatrixCalculator;
import us.ihmc.mecano.algorithms.ForwardDynamicsCalculator;
import us.ihmc.mecano.algorithms.GeometricJacobianCalculator;
import us.ihmc.mecano.algorithms.InverseDynamicsCalculator;
import us.ihmc.mecano.multiBodySystem.PrismaticJoint;
import us.ihmc.mecano.multiBodySystem.RevoluteJoint;
import us.ihmc.mecano.multiBodySystem.RigidBody;
import us.ihmc.mecano.multiBodySystem.interfaces.JointReadOnly;
import us.ihmc.mecano.multiBodySystem.interfaces.MultiBodySystemBasics;
import us.ihmc.mecano.multiBodySystem.interfaces.OneDoFJointBasics;
import us.ihmc.mecano.multiBodySystem.interfaces.RigidBodyBasics;

/**
 * Dynamics of a mechanism by IHMC's mecano: composite rigid bodies, recursive Newton-Euler,
 * articulated bodies. Rigid bodies only: friction, damping and drives' inertia are the simulated
 * arm's.
 *
 * <pre>{@code
 * MecanoDynamics dynamics = new MecanoDynamics(MechanismBuilder.arm(robot, Optional.empty()));
 * dynamics.update(q, qd);
 * double[] qdd = dynamics.forward(tau);
 * }</pre>
 *
 * <p>Not thread-safe. Results are fresh arrays.
 */
public final class MecanoDynamics {
  /** Gravitational acceleration, m/s². */
  public static final double GRAVITY = 9.81;

  private final Mechanism mechanism;
  private final RigidBodyBasics root;
  private final List<OneDoFJointBasics> joints = new ArrayList<>();
  private final int[] column;
  private final ReferenceFrame flange;
  private final CompositeRigidBodyMassMatrixCalculator massMatrix;
  private final InverseDynamicsCalculator bias;
  private final InverseDynamicsCalculator weight;
  private final ForwardDynamicsCalculator forward;
  private final GeometricJacobianCalculator jacobian = new GeometricJacobianCalculator();
  private final DMatrixRMaj torque;

  /** Builds the multi-body system. */
  public MecanoDynamics(Mechanism mechanism) {
    this.mechanism = mechanism;
    int n = mechanism.size();
    root = new RigidBody("world", ReferenceFrameTools.constructARootFrame("root"));
    List<RigidBodyBasics> bodies = build();
    MultiBodySystemBasics system = MultiBodySystemBasics.toMultiBodySystemBasics(root);
    column = new int[n];
    for (int i = 0; i < n; i++) {
      column[i] = system.getJointMatrixIndexProvider().getJointDoFIndices(joints.get(i))[0];
    }
    flange =
        ReferenceFrameTools.constructFrameWithUnchangingTransformToParent(
            "flange",
            joints.get(mechanism.flangeBody()).getFrameAfterJoint(),
            euclid(mechanism.bodyFromFlange()));
    massMatrix = new CompositeRigidBodyMassMatrixCalculator(system);
    bias = new InverseDynamicsCalculator(system, true, false);
    weight = new InverseDynamicsCalculator(system, false, false);
    forward = new ForwardDynamicsCalculator(system);
    bias.setGravitationalAcceleration(-GRAVITY);
    weight.setGravitationalAcceleration(-GRAVITY);
    forward.setGravitationalAcceleration(-GRAVITY);
    jacobian.setKinematicChain(root, bodies.get(mechanism.flangeBody()));
    jacobian.setJacobianFrame(flange);
    torque = new DMatrixRMaj(n, 1);
  }

  private List<RigidBodyBasics> build() {
    RigidBodyBasics[] bodies = new RigidBodyBasics[mechanism.size()];
    OneDoFJointBasics[] made = new OneDoFJointBasics[mechanism.size()];
    for (int i : mechanism.order()) {
      Mechanism.Body body = mechanism.bodies().get(i);
      RigidBodyBasics parent = body.parent() < 0 ? root : bodies[body.parent()];
      RigidBodyTransform at = euclid(body.parentFromJoint());
      Vector3D axis = new Vector3D(body.joint().axis().toArray());
      String name = body.joint().name();
      made[i] =
          body.joint().kind() == JointKind.PRISMATIC
              ? new PrismaticJoint(name, parent, at, axis)
              : new RevoluteJoint(name, parent, at, axis);
      BodyInertia b = body.inertia();
      Matrix3D inertia =
          new Matrix3D(b.xx(), b.xy(), b.xz(), b.xy(), b.yy(), b.yz(), b.xz(), b.yz(), b.zz());
      Vector3D com = new Vector3D(b.comX(), b.comY(), b.comZ());
      bodies[i] = new RigidBody(body.joint().child(), made[i], inertia, b.mass(), com);
    }
    joints.addAll(List.of(made));
    return List.of(bodies);
  }

  private static RigidBodyTransform euclid(RigidTransform t) {
    double[] r = t.rotation();
    double[] p = t.translation();
    return new RigidBodyTransform(
        r[0], r[1], r[2], p[0], r[3], r[4], r[5], p[1], r[6], r[7], r[8], p[2]);
  }

  /**
   * Sets the state.
   *
   * @param q positions, rad or m; not modified
   * @param qd velocities, rad/s or m/s; not modified
   */
  public void update(double[] q, double[] qd) {
    for (int i = 0; i < joints.size(); i++) {
      joints.get(i).setQ(q[i]);
      joints.get(i).setQd(qd[i]);
    }
    root.updateFramesRecursively();
    massMatrix.reset();
    jacobian.reset();
  }

  /** Returns M(q), rows by columns, in the order of the mechanism's joints. */
  public double[][] massMatrix() {
    DMatrixRMaj m = massMatrix.getMassMatrix();
    double[][] out = new double[column.length][column.length];
    for (int i = 0; i < column.length; i++) {
      for (int j = 0; j < column.length; j++) {
        out[i][j] = m.get(column[i], column[j]);
      }
    }
    return out;
  }

  /** Returns C(q, q̇) q̇ + g(q), N m or N: what holds the joints at zero acceleration. */
  public double[] coriolisAndGravity() {
    bias.compute();
    return sorted(bias.getJointTauMatrix());
  }

  /** Returns g(q), N m or N: what holds the arm still. */
  public double[] gravity() {
    weight.compute();
    return sorted(weight.getJointTauMatrix());
  }

  /** Returns the accelerations under given torques, rad/s² or m/s²: M q̈ + C q̇ + g = τ. */
  public double[] forward(double[] tau) {
    for (int i = 0; i < column.length; i++) {
      torque.set(column[i], 0, tau[i]);
    }
    forward.compute(torque);
    return sorted(forward.getJointAccelerationMatrix());
  }

  private double[] sorted(DMatrixRMaj vector) {
    double[] out = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      out[i] = vector.get(column[i], 0);
    }
    return out;
  }

  /** Returns where the flange is in the world. */
  public RigidTransform flange() {
    RigidBodyTransform t = flange.getTransformToRoot();
    double[] r = {
      t.getM00(),
      t.getM01(),
      t.getM02(),
      t.getM10(),
      t.getM11(),
      t.getM12(),
      t.getM20(),
      t.getM21(),
      t.getM22()
    };
    return RigidTransform.of(r, new double[] {t.getM03(), t.getM13(), t.getM23()});
  }

  /** Returns the flange's Jacobian [6, n]: rows linear then angular, world axes, at the flange. */
  public double[][] jacobian() {
    DMatrixRMaj local = jacobian.getJacobianMatrix(); // rows angular then linear, flange's axes
    RigidTransform worldFromFlange = flange();
    List<? extends JointReadOnly> path = jacobian.getJointsFromBaseToEndEffector();
    double[][] out = new double[6][column.length];
    for (int c = 0; c < path.size(); c++) {
      int j = joints.indexOf(path.get(c));
      for (int block = 0; block < 2; block++) {
        int row = 3 - 3 * block;
        double[] v = {local.get(row, c), local.get(row + 1, c), local.get(row + 2, c)};
        double[] world = worldFromFlange.rotate(v);
        for (int k = 0; k < 3; k++) {
          out[3 * block + k][j] = world[k];
        }
      }
    }
    return out;
  }
}
