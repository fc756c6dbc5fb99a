package org.strop.sim.arm;

import org.strop.sim.urdf.BodyInertia;
import org.strop.sim.urdf.JointKind;

/**
 * Dynamics of a mechanism in flat arrays, for the control loop: the same numbers as {@link
 * MecanoDynamics}, several times faster.
 *
 * <p>All spatial quantities are in world axes at the world's origin. Then composite inertias are
 * sums and no step of a recursion needs a transform (Featherstone 2008, §5.3 and §6.2, in absolute
 * coordinates):
 *
 * <pre>
 *   s_i = (z_i, p_i × z_i)                         joint axis;   (0, z_i) where it slides
 *   v_i = v_λ + s_i q̇_i,   a_i = a_λ + v_λ × s_i q̇_i,   a_0 = (0, −g)
 *   f_i = I_i a_i + v_i ×* I_i v_i,   (C q̇ + g)_i = s_i · Σ_{subtree} f_j
 *   I^c_i = Σ_{subtree} I_j,   M_ij = s_j · I^c_i s_i        j on the way from i to the root
 * </pre>
 *
 * <p>{@link #update} allocates nothing and never throws; NaN in gives NaN out. Results are valid
 * until the next update; arrays are owned by this object. Not thread-safe.
 */
public final class FlatDynamics {
  final int n;

  /** M(q), row-major [n, n]. */
  final double[] massMatrix;

  /** C(q, q̇) q̇ + g(q), length n. */
  final double[] bias;

  /** g(q), length n. */
  final double[] gravity;

  /** Flange Jacobian [6, n], row-major: linear then angular, world axes, at the flange. */
  final double[] jacobian;

  /** Flange position in the world, m. */
  final double[] position = new double[3];

  /** Flange rotation, world from flange, row-major. */
  final double[] rotation = new double[9];

  private final int[] order;
  private final int[] parent;
  private final boolean[] slides;
  private final boolean[] carries;
  private final int flangeBody;
  private final double[] flangeRotation;
  private final double[] flangePosition;
  private final double[] fixedRotation; // parent body's axes from the joint's, its axis along z
  private final double[] fixedPosition;
  private final double[] body; // mass, com, inertia about com (xx xy xz yy yz zz), in turned axes
  private final double[] r;
  private final double[] p;
  private final double[] s;
  private final double[] v;
  private final double[] a;
  private final double[] f;
  private final double[] inertia; // mass, mass com, about the origin; composite after the sweep
  private final double[] scratch = new double[9];
  private final double[] momentum = new double[6];

  /** Reads the mechanism. */
  public FlatDynamics(Mechanism mechanism) {
    n = mechanism.size();
    order = mechanism.order();
    carries = mechanism.carriers();
    flangeBody = mechanism.flangeBody();
    massMatrix = new double[n * n];
    bias = new double[n];
    gravity = new double[n];
    jacobian = new double[6 * n];
    parent = new int[n];
    slides = new boolean[n];
    fixedRotation = new double[9 * n];
    fixedPosition = new double[3 * n];
    body = new double[10 * n];
    r = new double[9 * n];
    p = new double[3 * n];
    s = new double[6 * n];
    v = new double[6 * n];
    a = new double[6 * n];
    f = new double[6 * n];
    inertia = new double[10 * n];
    AlongZ[] turned = AlongZ.of(mechanism);
    for (int i = 0; i < n; i++) {
      Mechanism.Body b = mechanism.bodies().get(i);
      parent[i] = b.parent();
      slides[i] = b.joint().kind() == JointKind.PRISMATIC;
      System.arraycopy(turned[i].parentFromJoint().rotation(), 0, fixedRotation, 9 * i, 9);
      System.arraycopy(turned[i].parentFromJoint().translation(), 0, fixedPosition, 3 * i, 3);
      store(turned[i].inertia(), 10 * i);
    }
    flangeRotation = turned[flangeBody].bodyFromFlange(mechanism).rotation();
    flangePosition = turned[flangeBody].bodyFromFlange(mechanism).translation();
  }

  private void store(BodyInertia b, int at) {
    double[] values = {
      b.mass(), b.comX(), b.comY(), b.comZ(), b.xx(), b.xy(), b.xz(), b.yy(), b.yz(), b.zz()
    };
    System.arraycopy(values, 0, body, at, 10);
  }

  /**
   * Computes everything for a state.
   *
   * @param q positions, rad or m; not modified
   * @param qd velocities, rad/s or m/s; not modified
   */
  public void update(double[] q, double[] qd) {
    for (int k = 0; k < n; k++) {
      int i = order[k];
      place(i, q[i]);
      weigh(i);
      move(i, qd[i]);
      force(i);
    }
    for (int k = n - 1; k >= 0; k--) {
      collect(order[k]);
    }
    flange();
  }

  /** Forward kinematics of one body: R = R_λ R_fixed Rz(q), p = p_λ + R_λ p_fixed. */
  private void place(int i, double q) {
    int at = 9 * i;
    int up = 9 * parent[i];
    double c = slides[i] ? 1 : Math.cos(q);
    double sn = slides[i] ? 0 : Math.sin(q);
    for (int row = 0; row < 3; row++) {
      double r0;
      double r1;
      double r2;
      if (parent[i] < 0) {
        r0 = row == 0 ? 1 : 0;
        r1 = row == 1 ? 1 : 0;
        r2 = row == 2 ? 1 : 0;
      } else {
        r0 = r[up + 3 * row];
        r1 = r[up + 3 * row + 1];
        r2 = r[up + 3 * row + 2];
      }
      double x = r0 * fixedRotation[at] + r1 * fixedRotation[at + 3] + r2 * fixedRotation[at + 6];
      double y =
          r0 * fixedRotation[at + 1] + r1 * fixedRotation[at + 4] + r2 * fixedRotation[at + 7];
      double z =
          r0 * fixedRotation[at + 2] + r1 * fixedRotation[at + 5] + r2 * fixedRotation[at + 8];
      r[at + 3 * row] = x * c + y * sn;
      r[at + 3 * row + 1] = y * c - x * sn;
      r[at + 3 * row + 2] = z;
      double shift = slides[i] ? z * q : 0;
      double base = parent[i] < 0 ? 0 : p[3 * parent[i] + row];
      p[3 * i + row] =
          base
              + r0 * fixedPosition[3 * i]
              + r1 * fixedPosition[3 * i + 1]
              + r2 * fixedPosition[3 * i + 2]
              + shift;
    }
  }

  /** Inertia of one body about the world's origin, in world axes. */
  private void weigh(int i) {
    int b = 10 * i;
    int at = 9 * i;
    double xx = body[b + 4];
    double xy = body[b + 5];
    double xz = body[b + 6];
    double yy = body[b + 7];
    double yz = body[b + 8];
    double zz = body[b + 9];
    for (int row = 0; row < 3; row++) { // R I
      double r0 = r[at + 3 * row];
      double r1 = r[at + 3 * row + 1];
      double r2 = r[at + 3 * row + 2];
      scratch[3 * row] = r0 * xx + r1 * xy + r2 * xz;
      scratch[3 * row + 1] = r0 * xy + r1 * yy + r2 * yz;
      scratch[3 * row + 2] = r0 * xz + r1 * yz + r2 * zz;
    }
    double m = body[b];
    double cx = body[b + 1];
    double cy = body[b + 2];
    double cz = body[b + 3];
    double x = p[3 * i] + r[at] * cx + r[at + 1] * cy + r[at + 2] * cz;
    double y = p[3 * i + 1] + r[at + 3] * cx + r[at + 4] * cy + r[at + 5] * cz;
    double z = p[3 * i + 2] + r[at + 6] * cx + r[at + 7] * cy + r[at + 8] * cz;
    inertia[b] = m;
    inertia[b + 1] = m * x;
    inertia[b + 2] = m * y;
    inertia[b + 3] = m * z;
    inertia[b + 4] = turned(at, 0, 0) + m * (y * y + z * z);
    inertia[b + 5] = turned(at, 0, 1) - m * x * y;
    inertia[b + 6] = turned(at, 0, 2) - m * x * z;
    inertia[b + 7] = turned(at, 1, 1) + m * (x * x + z * z);
    inertia[b + 8] = turned(at, 1, 2) - m * y * z;
    inertia[b + 9] = turned(at, 2, 2) + m * (x * x + y * y);
  }

  /** Entry of (R I) Rᵀ. */
  private double turned(int at, int row, int column) {
    return scratch[3 * row] * r[at + 3 * column]
        + scratch[3 * row + 1] * r[at + 3 * column + 1]
        + scratch[3 * row + 2] * r[at + 3 * column + 2];
  }

  /** Axis, velocity and velocity-product acceleration of one body. */
  private void move(int i, double qd) {
    int at = 6 * i;
    double zx = r[9 * i + 2];
    double zy = r[9 * i + 5];
    double zz = r[9 * i + 8];
    if (slides[i]) {
      set(s, at, 0, 0, 0, zx, zy, zz);
    } else {
      double x = p[3 * i];
      double y = p[3 * i + 1];
      double z = p[3 * i + 2];
      set(s, at, zx, zy, zz, y * zz - z * zy, z * zx - x * zz, x * zy - y * zx);
    }
    if (parent[i] < 0) {
      for (int k = 0; k < 6; k++) {
        v[at + k] = s[at + k] * qd;
        a[at + k] = 0;
      }
      a[at + 5] = MecanoDynamics.GRAVITY;
      return;
    }
    int up = 6 * parent[i];
    double wx = v[up];
    double wy = v[up + 1];
    double wz = v[up + 2];
    double vx = v[up + 3];
    double vy = v[up + 4];
    double vz = v[up + 5];
    double sx = s[at];
    double sy = s[at + 1];
    double sz = s[at + 2];
    double tx = s[at + 3];
    double ty = s[at + 4];
    double tz = s[at + 5];
    a[at] = a[up] + qd * (wy * sz - wz * sy);
    a[at + 1] = a[up + 1] + qd * (wz * sx - wx * sz);
    a[at + 2] = a[up + 2] + qd * (wx * sy - wy * sx);
    a[at + 3] = a[up + 3] + qd * (wy * tz - wz * ty + vy * sz - vz * sy);
    a[at + 4] = a[up + 4] + qd * (wz * tx - wx * tz + vz * sx - vx * sz);
    a[at + 5] = a[up + 5] + qd * (wx * ty - wy * tx + vx * sy - vy * sx);
    for (int k = 0; k < 6; k++) {
      v[at + k] = v[up + k] + s[at + k] * qd;
    }
  }

  private static void set(
      double[] out, int at, double a, double b, double c, double d, double e, double g) {
    out[at] = a;
    out[at + 1] = b;
    out[at + 2] = c;
    out[at + 3] = d;
    out[at + 4] = e;
    out[at + 5] = g;
  }

  /** f = I a + v ×* I v. */
  private void force(int i) {
    int at = 6 * i;
    times(10 * i, v, at, momentum, 0);
    times(10 * i, a, at, f, at);
    double wx = v[at];
    double wy = v[at + 1];
    double wz = v[at + 2];
    double vx = v[at + 3];
    double vy = v[at + 4];
    double vz = v[at + 5];
    double nx = momentum[0];
    double ny = momentum[1];
    double nz = momentum[2];
    double lx = momentum[3];
    double ly = momentum[4];
    double lz = momentum[5];
    f[at] += wy * nz - wz * ny + vy * lz - vz * ly;
    f[at + 1] += wz * nx - wx * nz + vz * lx - vx * lz;
    f[at + 2] += wx * ny - wy * nx + vx * ly - vy * lx;
    f[at + 3] += wy * lz - wz * ly;
    f[at + 4] += wz * lx - wx * lz;
    f[at + 5] += wx * ly - wy * lx;
  }

  /** Spatial inertia times motion: (I w + h × v, m v − h × w). */
  private void times(int at, double[] x, int from, double[] out, int to) {
    double m = inertia[at];
    double hx = inertia[at + 1];
    double hy = inertia[at + 2];
    double hz = inertia[at + 3];
    double xy = inertia[at + 5];
    double xz = inertia[at + 6];
    double yz = inertia[at + 8];
    double wx = x[from];
    double wy = x[from + 1];
    double wz = x[from + 2];
    double vx = x[from + 3];
    double vy = x[from + 4];
    double vz = x[from + 5];
    out[to] = inertia[at + 4] * wx + xy * wy + xz * wz + hy * vz - hz * vy;
    out[to + 1] = xy * wx + inertia[at + 7] * wy + yz * wz + hz * vx - hx * vz;
    out[to + 2] = xz * wx + yz * wy + inertia[at + 9] * wz + hx * vy - hy * vx;
    out[to + 3] = m * vx - (hy * wz - hz * wy);
    out[to + 4] = m * vy - (hz * wx - hx * wz);
    out[to + 5] = m * vz - (hx * wy - hy * wx);
  }

  /** One body of the way back: its rows of M, bias and gravity; adds it to its parent. */
  private void collect(int i) {
    int at = 6 * i;
    bias[i] = dot(s, at, f, at);
    double g = MecanoDynamics.GRAVITY; // weight about the origin: (h × g e_z, m g e_z)
    double hx = inertia[10 * i + 1];
    double hy = inertia[10 * i + 2];
    gravity[i] = g * (s[at] * hy - s[at + 1] * hx + s[at + 5] * inertia[10 * i]);
    times(10 * i, s, at, momentum, 0);
    for (int j = i; j >= 0; j = parent[j]) {
      double m = dot(s, 6 * j, momentum, 0);
      massMatrix[n * i + j] = m;
      massMatrix[n * j + i] = m;
    }
    if (parent[i] >= 0) {
      int up = parent[i];
      for (int k = 0; k < 6; k++) {
        f[6 * up + k] += f[at + k];
      }
      for (int k = 0; k < 10; k++) {
        inertia[10 * up + k] += inertia[10 * i + k];
      }
    }
  }

  private static double dot(double[] x, int from, double[] y, int at) {
    return x[from] * y[at]
        + x[from + 1] * y[at + 1]
        + x[from + 2] * y[at + 2]
        + x[from + 3] * y[at + 3]
        + x[from + 4] * y[at + 4]
        + x[from + 5] * y[at + 5];
  }

  private void flange() {
    int at = 9 * flangeBody;
    for (int row = 0; row < 3; row++) {
      double r0 = r[at + 3 * row];
      double r1 = r[at + 3 * row + 1];
      double r2 = r[at + 3 * row + 2];
      position[row] =
          p[3 * flangeBody + row]
              + r0 * flangePosition[0]
              + r1 * flangePosition[1]
              + r2 * flangePosition[2];
      for (int c = 0; c < 3; c++) {
        rotation[3 * row + c] =
            r0 * flangeRotation[c] + r1 * flangeRotation[3 + c] + r2 * flangeRotation[6 + c];
      }
    }
    for (int i = 0; i < n; i++) {
      if (carries[i]) {
        column(i);
      }
    }
  }

  /** Velocity of the flange: linear, angular, world axes; J q̇. */
  void twist(double[] qd, double[] out) {
    for (int row = 0; row < 6; row++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += jacobian[row * n + i] * qd[i];
      }
      out[row] = sum;
    }
  }

  /** Column of the Jacobian: the joint's twist at the flange, s_v + s_w × p_flange. */
  private void column(int i) {
    int at = 6 * i;
    double x = position[0];
    double y = position[1];
    double z = position[2];
    double wx = s[at];
    double wy = s[at + 1];
    double wz = s[at + 2];
    jacobian[i] = s[at + 3] + wy * z - wz * y;
    jacobian[n + i] = s[at + 4] + wz * x - wx * z;
    jacobian[2 * n + i] = s[at + 5] + wx * y - wy * x;
    jacobian[3 * n + i] = wx;
    jacobian[4 * n + i] = wy;
    jacobian[5 * n + i] = wz;
  }
}
