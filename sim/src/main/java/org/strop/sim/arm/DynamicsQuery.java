package org.strop.sim.arm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.urdf.JointLimits;
import org.strop.sim.urdf.RigidTransform;
import org.strop.sim.urdf.UrdfJoint;
import org.strop.sim.urdf.UrdfRobot;

/**
 * Asks for a robot's dynamics in one state.
 *
 * <p>How many positions are given chooses the joints, always in the file's order:
 *
 * <ul>
 *   <li>as many as the serial arm has: the arm; the fingers of a gripper are held at zero and
 *       weigh;
 *   <li>as many as move in the file: the whole tree, mimic joints as joints of their own;
 *   <li>as many as move on their own: the whole tree, mimic joints follow (q = S u + q₀, so M' = Sᵀ
 *       M S and likewise for the rest).
 * </ul>
 */
public final class DynamicsQuery {
  private final Mechanism mechanism;
  private final List<UrdfJoint> given;
  private final double[][] follow; // S: rows all joints, columns the given ones
  private final double[] offset;
  private final double[] q;
  private final double[] qd;
  private final double[] tau;

  /**
   * Checks a question.
   *
   * @param tip link that pose and Jacobian are of; empty for the arm's flange
   * @param q positions, rad or m
   * @param qd velocities, rad/s or m/s; empty means zero
   * @param tau torques or forces, N m or N; empty means zero
   * @throws StropException USAGE if a count fits no choice of joints, or a number is not finite, or
   *     a joint is more than a turn, or its whole range, past a limit
   */
  public DynamicsQuery(
      UrdfRobot robot, Optional<String> tip, double[] q, double[] qd, double[] tau) {
    Mechanism arm = MechanismBuilder.arm(robot, tip);
    List<UrdfJoint> all = robot.movableJoints();
    List<UrdfJoint> own = all.stream().filter(joint -> joint.mimic().isEmpty()).toList();
    if (q.length == arm.size()) {
      mechanism = arm;
      given = joints(arm);
    } else if (q.length == all.size() || q.length == own.size()) {
      mechanism = MechanismBuilder.tree(robot, tip);
      given = q.length == all.size() ? all : own;
    } else {
      throw count(robot, q.length, arm, all, own);
    }
    this.q = q.clone();
    this.qd = filled("qd", qd);
    this.tau = filled("tau", tau);
    finite("q", this.q);
    finite("qd", this.qd);
    finite("tau", this.tau);
    given.forEach(this::refuseImpossible);
    int n = mechanism.size();
    follow = new double[n][given.size()];
    offset = new double[n];
    for (int i = 0; i < n; i++) {
      followed(i, mechanism.bodies().get(i).joint(), 1, 0);
    }
  }

  private static List<UrdfJoint> joints(Mechanism mechanism) {
    return mechanism.bodies().stream().map(Mechanism.Body::joint).toList();
  }

  /** Follows a chain of mimics to a joint that was given. */
  private void followed(int row, UrdfJoint joint, double factor, int depth) {
    int column = given.indexOf(joint);
    if (column >= 0) {
      follow[row][column] = factor;
      return;
    }
    UrdfJoint.Mimic mimic = joint.mimic().orElseThrow();
    UrdfJoint other =
        joints(mechanism).stream()
            .filter(j -> j.name().equals(mimic.joint()))
            .findFirst()
            .filter(j -> depth < mechanism.size())
            .orElseThrow(
                () ->
                    usage(
                        "joint "
                            + joint.name()
                            + " follows joint "
                            + mimic.joint()
                            + ", which does not move on its own",
                        "--q",
                        "give positions of all joints that move"));
    offset[row] += factor * mimic.offset();
    followed(row, other, factor * mimic.multiplier(), depth + 1);
  }

  private double[] filled(String name, double[] values) {
    if (values.length != 0 && values.length != given.size()) {
      throw usage(
          "--" + name + " has " + values.length + " numbers, but --q has " + given.size(),
          "--" + name,
          "give one for each of " + given.stream().map(UrdfJoint::name).toList());
    }
    return values.length == 0 ? new double[given.size()] : values.clone();
  }

  private void finite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw usage(
            name
                + " of joint "
                + given.get(i).name()
                + " is "
                + values[i]
                + ", which is no possible state",
            "--" + name,
            "give a finite number");
      }
    }
  }

  /** A little past a limit is a question of the drive; a turn past it no arm can be. */
  private void refuseImpossible(UrdfJoint joint) {
    double value = q[given.indexOf(joint)];
    JointLimits limits = joint.limits();
    double slack =
        switch (joint.kind()) {
          case REVOLUTE -> 2 * Math.PI;
          case PRISMATIC -> Math.max(0, limits.upper() - limits.lower());
          case CONTINUOUS, FIXED -> Double.POSITIVE_INFINITY;
        };
    if (value < limits.lower() - slack || value > limits.upper() + slack) {
      throw usage(
          "q of joint " + joint.name() + " is " + value + ", which is impossible: " + range(limits),
          "--q",
          "give a position within the limits");
    }
  }

  private static String range(JointLimits limits) {
    return "the joint moves from " + limits.lower() + " to " + limits.upper();
  }

  private static StropException count(
      UrdfRobot robot, int n, Mechanism arm, List<UrdfJoint> all, List<UrdfJoint> own) {
    String choices =
        arm.size()
            + " (the arm: "
            + arm.jointNames()
            + ")"
            + (own.size() > arm.size() ? " or " + own.size() + " (with the gripper)" : "")
            + (all.size() > own.size() ? " or " + all.size() + " (every joint that moves)" : "");
    return usage(
        "--q has " + n + " numbers, but the robot " + robot.name() + " takes " + choices,
        robot.source(),
        "give one for each joint, in the order of the file");
  }

  private static StropException usage(String what, String where, String fix) {
    return new StropException(ErrorCode.USAGE, what + ".", where, fix + ".");
  }

  /** Returns what a reader should know: states past a limit that were computed all the same. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      JointLimits limits = given.get(i).limits();
      if (q[i] < limits.lower() || q[i] > limits.upper()) {
        remarks.add(
            "q of joint "
                + given.get(i).name()
                + " is "
                + q[i]
                + ", past its limits: "
                + range(limits));
      }
      if (Math.abs(qd[i]) > limits.velocity()) {
        remarks.add(
            "qd of joint "
                + given.get(i).name()
                + " is "
                + qd[i]
                + ", above its limit of "
                + limits.velocity());
      }
    }
    return remarks;
  }

  /** Returns the link that pose and Jacobian are of. */
  public String flange() {
    return mechanism.flange();
  }

  /** Computes the answer. */
  public DynamicsReport answer() {
    MecanoDynamics dynamics = new MecanoDynamics(mechanism);
    double[] position = spread(q);
    for (int i = 0; i < position.length; i++) {
      position[i] += offset[i];
    }
    dynamics.update(position, spread(qd));
    double[][] mass = columns(transpose(columns(dynamics.massMatrix())));
    double[] bias = gather(dynamics.coriolisAndGravity());
    RigidTransform flange = dynamics.flange();
    return new DynamicsReport(
        given.stream().map(UrdfJoint::name).toList(),
        rows(mass),
        list(bias),
        list(gather(dynamics.gravity())),
        list(flange.translation()),
        list(flange.quaternionXyzw()),
        rows(columns(dynamics.jacobian())),
        list(given.size() == mechanism.size() ? dynamics.forward(tau) : solve(mass, bias)));
  }

  private double[] solve(double[][] mass, double[] bias) {
    int n = bias.length;
    double[] flat = new double[n * n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(mass[i], 0, flat, n * i, n);
      x[i] = tau[i] - bias[i];
    }
    Cholesky cholesky = new Cholesky(n);
    if (!cholesky.factor(flat)) {
      throw new StropException(
          ErrorCode.COMPUTATION,
          "the mass matrix is not positive definite.",
          mechanism.name(),
          "check the inertias of the file.");
    }
    cholesky.solve(x, 0);
    return x;
  }

  /** S u. */
  private double[] spread(double[] u) {
    return Arrays.stream(follow)
        .mapToDouble(
            row -> {
              double sum = 0;
              for (int j = 0; j < row.length; j++) {
                sum += row[j] * u[j];
              }
              return sum;
            })
        .toArray();
  }

  /** Sᵀ x. */
  private double[] gather(double[] x) {
    double[] out = new double[given.size()];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < out.length; j++) {
        out[j] += follow[i][j] * x[i];
      }
    }
    return out;
  }

  /** A S. */
  private double[][] columns(double[][] a) {
    return Arrays.stream(a).map(this::gather).toArray(double[][]::new);
  }

  private static double[][] transpose(double[][] a) {
    double[][] out = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        out[j][i] = a[i][j];
      }
    }
    return out;
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static List<List<Double>> rows(double[][] values) {
    return Arrays.stream(values).map(DynamicsQuery::list).toList();
  }
}
