package org.strop.sim.cell;

import java.nio.file.Path;
import java.util.List;
import org.strop.sim.arm.ArmModel;
import org.strop.sim.arm.CartesianImpedance;
import org.strop.sim.arm.EdgeLoad;
import org.strop.sim.arm.InverseKinematics;
import org.strop.sim.arm.SimulatedArm;
import org.strop.sim.task.BladeConfig;
import org.strop.sim.urdf.RigidTransform;

/**
 * A seven-joint arm that carries the blade, with the stiffness and damping ratio of the task's
 * blade; roll and yaw are as stiff as pitch, and follow the command too. The wrist sensor's axes
 * are the blade's; the edge lies in them where the task says. Allocates nothing after {@link
 * #reset}.
 */
final class ArmCarrier implements Manipulator {
  private final ArmModel model;
  private final SimulatedArm arm;
  private final CartesianImpedance controller;
  private final EdgeLoad load = new EdgeLoad();
  private final double[] tau;
  private final double[] from = new double[7]; // equilibrium: position, quaternion x y z w
  private final double[] to = new double[7];
  private final double[] now = new double[7];
  private final double[] rotation = new double[9];
  private final double[] position = new double[3];
  private final double[] velocity = new double[6];
  private final double[] quaternion = new double[4];

  private ArmCarrier(ArmModel model, BladeConfig blade) {
    this.model = model;
    arm = new SimulatedArm(model);
    double turn = blade.stiffness().pitch();
    double[] stiffness = {
      blade.stiffness().x(), blade.stiffness().y(), blade.stiffness().z(), turn, turn, turn
    };
    controller = new CartesianImpedance(model.size(), stiffness, blade.dampingRatio());
    tau = new double[model.size()];
  }

  /** Loads the arm that a task names. */
  static ArmCarrier load(Path file, BladeConfig blade) {
    double[] lever = {blade.sensorLeverX(), 0, blade.sensorLeverZ()};
    return new ArmCarrier(ArmModel.load(file, List.of(), lever), blade);
  }

  @Override
  public List<String> jointNames() {
    return model.jointNames();
  }

  @Override
  public void reset(BladePose edge) {
    double[] at = {edge.x(), edge.y(), edge.z()};
    arm.reset(
        new InverseKinematics(model)
            .solve(RigidTransform.ofOrigin(at, new double[] {0, edge.pitch(), 0})));
    System.arraycopy(at, 0, to, 0, 3);
    to[3] = 0;
    to[4] = Math.sin(0.5 * edge.pitch());
    to[5] = 0;
    to[6] = Math.cos(0.5 * edge.pitch());
    System.arraycopy(to, 0, from, 0, 7);
    load.clear();
    interpolate(1);
  }

  @Override
  public void command(float[] pose) {
    System.arraycopy(now, 0, from, 0, 7);
    double norm = 0;
    double along = 0;
    for (int i = 3; i < 7; i++) {
      norm += (double) pose[i] * pose[i];
      along += pose[i] * from[i];
    }
    for (int i = 0; i < 3; i++) {
      to[i] = pose[i];
    }
    if (norm > 1e-12) { // else no direction is given: the last one stays
      double scale = (along < 0 ? -1 : 1) / Math.sqrt(norm);
      for (int i = 3; i < 7; i++) {
        to[i] = scale * pose[i];
      }
    }
  }

  @Override
  public void interpolate(double share) {
    double s = Math.min(1, share);
    double norm = 0;
    for (int i = 0; i < 7; i++) {
      now[i] = from[i] + s * (to[i] - from[i]);
      norm += i < 3 ? 0 : now[i] * now[i];
    }
    double scale = 1 / Math.sqrt(norm);
    for (int i = 3; i < 7; i++) {
      now[i] *= scale;
    }
    RigidTransform.rotation(now[3], now[4], now[5], now[6], rotation);
    controller.target(now, rotation);
  }

  @Override
  public void edge(EdgeState out) {
    arm.position(position);
    arm.rotation(rotation);
    arm.velocity(velocity);
    out.x = position[0];
    out.y = position[1];
    out.z = position[2];
    out.pitch = -Math.asin(Math.max(-1, Math.min(1, rotation[6]))); // Rz(yaw) Ry(pitch) Rx(roll)
    out.roll = Math.atan2(rotation[7], rotation[8]);
    out.yaw = Math.atan2(rotation[3], rotation[0]);
    out.vx = velocity[0];
    out.vy = velocity[1];
    out.vz = velocity[2];
  }

  @Override
  public double effectiveMass(double ux, double uy, double uz) {
    return arm.effectiveMass(ux, uy, uz);
  }

  @Override
  public void step(ContactLoad contact, double dt) {
    load.clear();
    double n = contact.normalForce;
    if (n != 0 || contact.dragAlong != 0 || contact.dragAcross != 0) {
      load.push(n * contact.nx, n * contact.ny, n * contact.nz);
      load.damp(contact.tx, contact.ty, contact.tz, contact.dragAlong);
      load.damp(contact.bx(), contact.by(), contact.bz(), contact.dragAcross);
    }
    controller.torques(arm, tau);
    arm.step(tau, load, dt);
  }

  @Override
  public void pose(float[] out) {
    arm.position(position);
    arm.rotation(rotation);
    RigidTransform.quaternion(rotation, quaternion);
    for (int i = 0; i < 3; i++) {
      out[i] = (float) position[i];
    }
    for (int i = 0; i < 4; i++) {
      out[3 + i] = (float) quaternion[i];
    }
  }

  /** As the interface says; the load is that of the last step. */
  @Override
  public void wrench(ContactLoad contact, double[] out) {
    arm.wrist(load, true, out);
  }

  @Override
  public void joints(double[] positions, double[] velocities, double[] efforts) {
    arm.joints(positions, velocities, efforts);
  }

  @Override
  public boolean brake(int joint, boolean on) {
    arm.brake(joint, on);
    return true;
  }

  @Override
  public double energy() {
    return arm.kineticEnergy() + controller.springEnergy();
  }
}
