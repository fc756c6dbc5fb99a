package org.strop.sim.arm;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.urdf.BodyInertia;
import org.strop.sim.urdf.RigidTransform;
import org.strop.sim.urdf.UrdfJoint;
import org.strop.sim.urdf.UrdfReader;

/**
 * An arm with its tool, ready to be simulated: the mechanism, whose flange is the tool's control
 * point, and numbers of the joints in the file's order. Immutable; shared by any number of {@link
 * SimulatedArm}s.
 */
public final class ArmModel {
  final Mechanism mechanism;
  final double[] rotorInertia;
  final double[] coulomb;
  final double[] viscous;
  final double[] lower;
  final double[] upper;
  final double[] velocityLimit;
  final double[] effortLimit;
  final double[] home;
  final PostureConfig posture;

  /** The tool, in the axes of the sensor, about the control point. */
  final BodyInertia tool;

  /** Control point in the sensor's frame, m; its axes are the sensor's. */
  final double[] lever;

  private ArmModel(
      Mechanism mechanism,
      double[][] drives,
      double[] home,
      PostureConfig posture,
      BodyInertia tool,
      double[] lever) {
    this.mechanism = mechanism;
    rotorInertia = drives[0];
    coulomb = drives[1];
    viscous = drives[2];
    lower = mechanism.each(joint -> joint.limits().lower());
    upper = mechanism.each(joint -> joint.limits().upper());
    velocityLimit = mechanism.each(joint -> joint.limits().velocity());
    effortLimit = mechanism.each(joint -> joint.limits().effort());
    this.home = home;
    this.posture = posture;
    this.tool = tool;
    this.lever = lever;
  }

  /**
   * Loads an arm and its URDF.
   *
   * @param lever control point (the knife's edge) in the sensor's frame, m, length 3
   * @throws StropException with what is wrong in either file
   */
  public static ArmModel load(Path file, List<String> overrides, double[] lever) {
    ArmConfig config = ArmConfig.load(file, overrides);
    Mechanism arm = MechanismBuilder.arm(UrdfReader.read(config.urdf()), config.tip());
    return of(config, arm, lever, file.toString());
  }

  static ArmModel of(ArmConfig config, Mechanism arm, double[] lever, String source) {
    checkNames(config, arm, source);
    RigidTransform point = RigidTransform.translation(lever, 1);
    BodyInertia tool = config.tool().body();
    RigidTransform mount = config.tool().mount();
    Mechanism carried =
        arm.withTool(tool.in(mount))
            .mountedAt(config.worldFromBase().transform())
            .withFlange("control point", mount.times(point));
    double[][] drives = new double[3][arm.size()];
    for (int i = 0; i < arm.size(); i++) {
      UrdfJoint joint = arm.bodies().get(i).joint();
      DriveConfig drive = Optional.ofNullable(config.drives().get(joint.name())).orElseThrow();
      drives[0][i] = drive.rotorInertiaKgM2();
      drives[1][i] = drive.coulombNm();
      drives[2][i] = drive.viscousNmSPerRad();
    }
    double[] home = config.homeRad().stream().mapToDouble(Double::doubleValue).toArray();
    return new ArmModel(
        carried, drives, home, config.posture(), tool.in(point.inverse()), lever.clone());
  }

  private static void checkNames(ArmConfig config, Mechanism arm, String source) {
    for (String name : config.drives().keySet()) {
      if (!arm.jointNames().contains(name)) {
        throw wrong("drives names joint " + name + ", which the arm does not have", source, arm);
      }
    }
    for (String name : arm.jointNames()) {
      if (!config.drives().containsKey(name)) {
        throw wrong("drives lacks joint " + name, source, arm);
      }
    }
    if (config.homeRad().size() != arm.size()) {
      throw wrong(
          "home_rad has " + config.homeRad().size() + " numbers, not " + arm.size(), source, arm);
    }
  }

  private static StropException wrong(String what, String source, Mechanism arm) {
    return new StropException(
        ErrorCode.CONFIG,
        what + ".",
        source,
        "give one for each of " + new TreeSet<>(arm.jointNames()) + ".");
  }

  /**
   * Returns a bare arm: no tool, no rotors; friction and limits of the URDF. The control point is
   * the flange.
   */
  public static ArmModel bare(Mechanism mechanism) {
    int n = mechanism.size();
    double[][] drives = {
      new double[n], mechanism.each(UrdfJoint::friction), mechanism.each(UrdfJoint::damping)
    };
    return new ArmModel(
        mechanism, drives, new double[n], new PostureConfig(0, 0), BodyInertia.NONE, new double[3]);
  }

  /** Returns the same arm without friction. */
  public ArmModel withoutFriction() {
    double[] none = new double[size()];
    double[][] drives = {rotorInertia, none, none};
    return new ArmModel(mechanism, drives, home, posture, tool, lever);
  }

  /** Returns the number of joints. */
  public int size() {
    return mechanism.size();
  }

  /** Returns the joints' names, in the file's order. */
  public List<String> jointNames() {
    return mechanism.jointNames();
  }

  /** Returns the home posture, rad. */
  public double[] home() {
    return home.clone();
  }

  /**
   * Checks a state that somebody asks for.
   *
   * @throws StropException if it has another length, is not finite or is past a limit
   */
  void check(double[] q) {
    if (q.length != size()) {
      throw state(q.length + " positions for " + size() + " joints", "give one for each joint");
    }
    for (int i = 0; i < q.length; i++) {
      if (!(q[i] >= lower[i] && q[i] <= upper[i]) || !Double.isFinite(q[i])) {
        throw state(
            "joint "
                + jointNames().get(i)
                + " cannot be at "
                + q[i]
                + ": it moves from "
                + lower[i]
                + " to "
                + upper[i],
            "give a position within the limits");
      }
    }
  }

  private StropException state(String what, String fix) {
    return new StropException(ErrorCode.USAGE, what + ".", mechanism.name(), fix + ".");
  }

  @Override
  public String toString() {
    return mechanism.name() + " " + Arrays.toString(home) + Map.of("joints", jointNames());
  }
}
