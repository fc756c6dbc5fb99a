package org.strop.sim.arm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.strop.sim.urdf.BodyInertia;
import org.strop.sim.urdf.JointKind;
import org.strop.sim.urdf.UrdfJoint;
import org.strop.sim.urdf.UrdfLink;
import org.strop.sim.urdf.UrdfRobot;

/**
 * The independent formulation: Kane's equations, link by link, with 4x4 matrices, straight from the
 * file's links (nothing merged, nothing recursive over inertias, no spatial algebra, no library).
 *
 * <pre>
 *   M = Σ m Jvᵀ Jv + Jwᵀ I Jw,   h = Σ Jvᵀ m (J̇v q̇ + g e_z) + Jwᵀ (I J̇w q̇ + ω × I ω)
 * </pre>
 */
final class KaneDynamics {
  final double[][] mass;
  final double[] bias;
  final double[] gravity;
  double kinetic;
  double potential;

  private final UrdfRobot robot;
  private final List<String> joints;
  private final double[] q;
  private final double[] qd;
  private final Map<String, double[][]> frames = new HashMap<>();

  KaneDynamics(UrdfRobot robot, List<String> joints, double[] q, double[] qd) {
    this.robot = robot;
    this.joints = joints;
    this.q = q;
    this.qd = qd;
    int n = joints.size();
    mass = new double[n][n];
    bias = new double[n];
    gravity = new double[n];
    for (UrdfLink link : robot.links()) {
      link.inertia().ifPresent(inertia -> add(link.name(), inertia));
    }
  }

  /** World from link. */
  double[][] frame(String link) {
    double[][] known = frames.get(link);
    if (known != null) {
      return known;
    }
    double[][] out = eye();
    if (robot.parentOf(link).isPresent()) {
      UrdfJoint joint = robot.parentOf(link).get();
      out = times(atZero(joint), motion(joint));
    }
    frames.put(link, out);
    return out;
  }

  /** World from the joint's frame. */
  private double[][] atZero(UrdfJoint joint) {
    double[] r = joint.parentFromJoint().rotation();
    double[] t = joint.parentFromJoint().translation();
    double[][] fixed = {
      {r[0], r[1], r[2], t[0]}, {r[3], r[4], r[5], t[1]}, {r[6], r[7], r[8], t[2]}, {0, 0, 0, 1}
    };
    return times(frame(joint.parent()), fixed);
  }

  private double[][] motion(UrdfJoint joint) {
    int i = joints.indexOf(joint.name());
    double[][] m = eye();
    if (i < 0) {
      return m;
    }
    double[] u = joint.axis().toArray();
    if (joint.kind() == JointKind.PRISMATIC) {
      for (int k = 0; k < 3; k++) {
        m[k][3] = u[k] * q[i];
      }
      return m;
    }
    double[][] cross = {{0, -u[2], u[1]}, {u[2], 0, -u[0]}, {-u[1], u[0], 0}};
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        double square = 0;
        for (int k = 0; k < 3; k++) {
          square += cross[a][k] * cross[k][b];
        }
        m[a][b] += Math.sin(q[i]) * cross[a][b] + (1 - Math.cos(q[i])) * square;
      }
    }
    return m;
  }

  /** A point on a link: Jacobians and their rates, columns of the joints below it. */
  final class Point {
    final double[][] jv = new double[joints.size()][3];
    final double[][] jw = new double[joints.size()][3];
    final double[][] jvRate = new double[joints.size()][3];
    final double[][] jwRate = new double[joints.size()][3];
    final double[] omega = new double[3];
    final double[] velocity = new double[3];

    Point(String link, double[] at) {
      for (UrdfJoint joint : moving(link)) {
        int i = joints.indexOf(joint.name());
        double[] z = axis(joint);
        double[] lever = minus(at, origin(joint));
        boolean turns = joint.kind() != JointKind.PRISMATIC;
        jv[i] = turns ? cross(z, lever) : z;
        jw[i] = turns ? z : new double[3];
        addScaled(velocity, jv[i], qd[i]);
        addScaled(omega, jw[i], qd[i]);
      }
      for (UrdfJoint joint : moving(link)) {
        rates(joint, at);
      }
    }

    /** ż = ω × z with the ω of what the joint hangs on; ṗ of the joint's origin likewise. */
    private void rates(UrdfJoint joint, double[] at) {
      int i = joints.indexOf(joint.name());
      double[] z = axis(joint);
      double[] o = origin(joint);
      double[] below = new double[3];
      double[] originVelocity = new double[3];
      for (UrdfJoint other : moving(joint.child())) {
        int k = joints.indexOf(other.name());
        boolean turns = other.kind() != JointKind.PRISMATIC;
        double[] zk = axis(other);
        if (turns && other != joint) {
          addScaled(below, zk, qd[k]);
        }
        addScaled(originVelocity, turns ? cross(zk, minus(o, origin(other))) : zk, qd[k]);
      }
      double[] zRate = cross(below, z);
      if (joint.kind() == JointKind.PRISMATIC) {
        jvRate[i] = zRate;
        return;
      }
      jwRate[i] = zRate;
      jvRate[i] = cross(zRate, minus(at, o));
      addScaled(jvRate[i], cross(z, minus(velocity, originVelocity)), 1);
    }
  }

  Point point(String link, double[] inLink) {
    return new Point(link, apply(frame(link), inLink));
  }

  private List<UrdfJoint> moving(String link) {
    List<UrdfJoint> moving = new ArrayList<>(robot.path(link));
    moving.removeIf(joint -> !joints.contains(joint.name()));
    return moving;
  }

  private double[] axis(UrdfJoint joint) {
    double[] tip = apply(atZero(joint), joint.axis().toArray());
    return minus(tip, apply(atZero(joint), new double[3]));
  }

  private double[] origin(UrdfJoint joint) {
    return apply(frame(joint.child()), new double[3]);
  }

  private void add(String link, BodyInertia b) {
    double[] com = {b.comX(), b.comY(), b.comZ()};
    Point p = point(link, com);
    double[][] f = frame(link);
    double[][] local = {
      {b.xx(), b.xy(), b.xz()}, {b.xy(), b.yy(), b.yz()}, {b.xz(), b.yz(), b.zz()}
    };
    double[][] inertia = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int c = 0; c < 3; c++) {
        for (int k = 0; k < 3; k++) {
          for (int l = 0; l < 3; l++) {
            inertia[a][c] += f[a][k] * local[k][l] * f[c][l];
          }
        }
      }
    }
    int n = joints.size();
    double[] linear = new double[3];
    double[] angular = new double[3];
    for (int i = 0; i < n; i++) {
      addScaled(linear, p.jvRate[i], qd[i]);
      addScaled(angular, p.jwRate[i], qd[i]);
    }
    double[] torque = apply3(inertia, angular);
    addScaled(torque, cross(p.omega, apply3(inertia, p.omega)), 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        mass[i][j] += b.mass() * dot(p.jv[i], p.jv[j]) + dot(p.jw[i], apply3(inertia, p.jw[j]));
      }
      double weight = b.mass() * MecanoDynamics.GRAVITY * p.jv[i][2];
      gravity[i] += weight;
      bias[i] += weight + b.mass() * dot(p.jv[i], linear) + dot(p.jw[i], torque);
    }
    kinetic +=
        0.5 * b.mass() * dot(p.velocity, p.velocity) + 0.5 * dot(p.omega, apply3(inertia, p.omega));
    potential += b.mass() * MecanoDynamics.GRAVITY * apply(f, com)[2];
  }

  /** Accelerations, by Gauss-Jordan elimination. */
  double[] forward(double[] tau) {
    int n = tau.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = java.util.Arrays.copyOf(mass[i], n + 1);
      a[i][n] = tau[i] - bias[i];
    }
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int i = c; i < n; i++) {
        best = Math.abs(a[i][c]) > Math.abs(a[best][c]) ? i : best;
      }
      double[] swap = a[c];
      a[c] = a[best];
      a[best] = swap;
      for (int i = 0; i < n; i++) {
        double factor = i == c ? 0 : a[i][c] / a[c][c];
        for (int k = c; k <= n; k++) {
          a[i][k] -= factor * a[c][k];
        }
      }
    }
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = a[i][n] / a[i][i];
    }
    return out;
  }

  private static double[][] eye() {
    return new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] out = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 4; k++) {
          out[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return out;
  }

  private static double[] apply(double[][] f, double[] p) {
    double[] out = apply3(f, p);
    for (int i = 0; i < 3; i++) {
      out[i] += f[i][3];
    }
    return out;
  }

  private static double[] apply3(double[][] m, double[] v) {
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    }
    return out;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] minus(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static void addScaled(double[] to, double[] v, double factor) {
    for (int i = 0; i < 3; i++) {
      to[i] += factor * v[i];
    }
  }
}
