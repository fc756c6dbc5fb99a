package org.strop.sim.arm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.strop.sim.PeelingTask;
import org.strop.sim.urdf.RigidTransform;
import org.strop.sim.urdf.UrdfReader;

/** Arms for tests. */
final class Arms {
  static final double DT = 0.001;
  static final double[] LEVER = {0.02, 0, -0.14};
  static final double[] STIFFNESS = {2000, 1500, 1200, 60, 60, 60};

  private Arms() {}

  static Path file() {
    return PeelingTask.root().resolve("configs/robots/gen3_arm.yaml");
  }

  /** The arm that ships, with its knife. */
  static ArmModel shipped(String... overrides) {
    return ArmModel.load(file(), List.of(overrides), LEVER);
  }

  /** The seven-joint chain without limits, friction, rotors and tool. */
  static ArmModel free() {
    try {
      String xml =
          Files.readString(PeelingTask.root().resolve("configs/robots/gen3.urdf"))
              .replace("revolute", "continuous")
              .replaceAll("<limit[^>]*>", "");
      return ArmModel.bare(MechanismBuilder.arm(UrdfReader.parse(xml, "free"), Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One joint with a horizontal axis, a rod of 1 kg with its centre of mass 0.5 m below it. */
  static ArmModel pendulum(String jointKind, String inside) {
    return ArmModel.bare(
        MechanismBuilder.arm(
            UrdfReader.parse(
                """
                <robot name="pendulum">
                  <link name="base"/>
                  <link name="rod"><inertial><origin xyz="0 0 -0.5"/><mass value="1"/>
                    <inertia ixx="0.08" iyy="0.08" izz="0.001"/></inertial></link>
                  <joint name="hinge" type="%s"><parent link="base"/><child link="rod"/>
                    <axis xyz="0 1 0"/>%s</joint>
                </robot>
                """
                    .formatted(jointKind, inside),
                "pendulum"),
            Optional.empty()));
  }

  /** The shipped arm at rest with its edge at a place on the board. */
  static SimulatedArm at(ArmModel model, double x, double y, double z, double pitch) {
    SimulatedArm arm = new SimulatedArm(model);
    arm.reset(new InverseKinematics(model).solve(pose(x, y, z, pitch)));
    return arm;
  }

  static RigidTransform pose(double x, double y, double z, double pitch) {
    return RigidTransform.ofOrigin(new double[] {x, y, z}, new double[] {0, pitch, 0});
  }

  static CartesianImpedance controller(SimulatedArm arm, double dx, double dy, double dz) {
    CartesianImpedance controller = new CartesianImpedance(arm.model.size(), STIFFNESS, 0.9);
    double[] p = new double[3];
    double[] r = new double[9];
    arm.position(p);
    arm.rotation(r);
    controller.target(new double[] {p[0] + dx, p[1] + dy, p[2] + dz}, r);
    return controller;
  }
}
