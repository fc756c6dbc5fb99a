package org.strop.sim.arm;

import java.util.Arrays;

/**
 * The mechanics of an arm at a fixed step: rigid bodies, rotors, dry and viscous friction, stops,
 * limits of torque and velocity, and a load on the control point.
 *
 * <pre>
 *   (M + R + Δt V + Δt Jᵀ B J) v⁺ = (M + R) v + Δt (τ − h(q, ṽ) + Jᵀ f₀) + friction + stops,   q⁺ = q + Δt v⁺
 * </pre>
 *
 * <p>with R the rotors, V viscous friction, f₀ and B of {@link EdgeLoad}, ṽ = v + ½ (v − v⁻) and
 * dry friction and stops by {@link JointStep}. Everything that grows with velocity acts at the new
 * one, so damping and friction of any size are stable. The loop of whoever drives it:
 *
 * <pre>{@code
 * arm.reset(q);
 * controller.torques(arm, tau);   // from the present state
 * arm.step(tau, load, 0.001);
 * }</pre>
 *
 * <p>After {@link #reset}, nothing allocates or throws. A torque or a load that is not finite is
 * ignored and counted; should the system itself turn out not finite, the arm stands still for that
 * step. Deterministic; reads no clock. Not thread-safe.
 */
public final class SimulatedArm {
  final ArmModel model;
  final FlatDynamics dynamics;
  final double[] q;
  final double[] v;

  /** Velocity of the control point: linear, angular; world axes. */
  final double[] twist = new double[6];

  /** M + R, row-major. */
  final double[] inertia;

  private final int n;
  private final double[] before;
  private final double[] twistRead = new double[6]; // at the wrist's last reading
  private final double[] acceleration = new double[6];
  private final double[] middle;
  private final double[] effort;
  private final double[] a;
  private final double[] b;
  private final double[] impulse;
  private final double[] lo;
  private final double[] hi;
  private final double[] next;
  private final double[] pull = new double[3];
  private final boolean[] braked;
  private final JointStep joints;
  private final Cholesky cholesky;
  private final double[] scratch;
  private double sinceRead;
  private long ignored;

  /** Creates an arm at its home posture. */
  public SimulatedArm(ArmModel model) {
    this.model = model;
    dynamics = new FlatDynamics(model.mechanism);
    n = model.size();
    q = new double[n];
    v = new double[n];
    inertia = new double[n * n];
    before = new double[n];
    middle = new double[n];
    effort = new double[n];
    a = new double[n * n];
    b = new double[n];
    impulse = new double[n];
    lo = new double[n];
    hi = new double[n];
    next = new double[n];
    braked = new boolean[n];
    joints = new JointStep(n);
    cholesky = new Cholesky(n);
    scratch = new double[n];
    reset(model.home);
  }

  /**
   * Puts the arm at rest.
   *
   * @param position rad, within the limits; not modified
   * @throws org.strop.configs.StropException if the arm cannot be there
   */
  public void reset(double[] position) {
    reset(position, new double[n]);
  }

  /** Puts the arm in motion; arguments as in {@link #reset(double[])}, velocity in rad/s. */
  public void reset(double[] position, double[] velocity) {
    model.check(position);
    System.arraycopy(position, 0, q, 0, n);
    System.arraycopy(velocity, 0, v, 0, n);
    System.arraycopy(v, 0, before, 0, n);
    Arrays.fill(effort, 0);
    joints.reset();
    refresh();
    System.arraycopy(twist, 0, twistRead, 0, 6);
    Arrays.fill(acceleration, 0);
    sinceRead = 0;
  }

  /** Dynamics of the present state, with the velocity of the middle of the coming step. */
  private void refresh() {
    for (int i = 0; i < n; i++) {
      middle[i] = 1.5 * v[i] - 0.5 * before[i];
    }
    dynamics.update(q, middle);
    System.arraycopy(dynamics.massMatrix, 0, inertia, 0, n * n);
    for (int i = 0; i < n; i++) {
      inertia[i * n + i] += model.rotorInertia[i];
    }
    dynamics.twist(v, twist);
  }

  /**
   * Advances one step.
   *
   * @param tau torques that the controller asks for, N m; limited to what the drives can; not
   *     modified
   * @param load on the control point; not modified
   * @param dt s
   */
  public void step(double[] tau, EdgeLoad load, double dt) {
    limit(tau);
    boolean loaded = load.isFinite();
    ignored += loaded ? 0 : 1;
    assemble(loaded ? load : null, dt);
    bound(dt);
    if (!joints.solve(a, b, impulse, lo, hi, next)) {
      ignored++;
      Arrays.fill(next, 0);
    }
    System.arraycopy(v, 0, before, 0, n);
    for (int i = 0; i < n; i++) {
      v[i] = next[i];
      q[i] = Math.min(model.upper[i], Math.max(model.lower[i], q[i] + dt * v[i]));
    }
    sinceRead += dt;
    refresh();
  }

  private void limit(double[] tau) {
    for (int i = 0; i < n; i++) {
      if (Double.isFinite(tau[i])) {
        effort[i] = Math.min(model.effortLimit[i], Math.max(-model.effortLimit[i], tau[i]));
      } else {
        ignored++; // the torque of the step before stays
      }
    }
  }

  private void assemble(@org.jspecify.annotations.Nullable EdgeLoad load, double dt) {
    double[] j = dynamics.jacobian;
    System.arraycopy(inertia, 0, a, 0, n * n);
    for (int i = 0; i < n; i++) {
      double momentum = 0;
      for (int k = 0; k < n; k++) {
        momentum += inertia[i * n + k] * v[k];
      }
      b[i] = momentum + dt * (effort[i] - dynamics.bias[i]);
      a[i * n + i] += dt * model.viscous[i];
      impulse[i] = dt * model.coulomb[i];
    }
    if (load == null) {
      return;
    }
    for (int i = 0; i < n; i++) {
      b[i] += dt * (j[i] * load.fx + j[n + i] * load.fy + j[2 * n + i] * load.fz);
    }
    if (load.damps()) {
      damp(load, dt);
    }
  }

  /** A += Δt Jᵀ B J. */
  private void damp(EdgeLoad load, double dt) {
    double[] j = dynamics.jacobian;
    for (int i = 0; i < n; i++) {
      double x = dt * (load.xx * j[i] + load.xy * j[n + i] + load.xz * j[2 * n + i]);
      double y = dt * (load.xy * j[i] + load.yy * j[n + i] + load.yz * j[2 * n + i]);
      double z = dt * (load.xz * j[i] + load.yz * j[n + i] + load.zz * j[2 * n + i]);
      for (int k = 0; k <= i; k++) {
        double entry = x * j[k] + y * j[n + k] + z * j[2 * n + k];
        a[i * n + k] += entry;
        a[k * n + i] += k == i ? 0 : entry;
      }
    }
  }

  /** The velocities that keep each joint within its limits to the end of the step. */
  private void bound(double dt) {
    for (int i = 0; i < n; i++) {
      double fastest = braked[i] ? 0 : model.velocityLimit[i];
      lo[i] = Math.min(0, Math.max(-fastest, (model.lower[i] - q[i]) / dt));
      hi[i] = Math.max(0, Math.min(fastest, (model.upper[i] - q[i]) / dt));
    }
  }

  /** Puts a joint's brake on or off; while it is on, the joint stands still whatever pushes. */
  public void brake(int joint, boolean on) {
    braked[joint] = on;
  }

  /** Returns the mass that a push on the control point along a unit direction meets, kg. */
  public double effectiveMass(double ux, double uy, double uz) {
    double[] j = dynamics.jacobian;
    for (int i = 0; i < n; i++) {
      scratch[i] = ux * j[i] + uy * j[n + i] + uz * j[2 * n + i];
    }
    if (!cholesky.factor(inertia)) {
      return 0;
    }
    cholesky.forward(scratch, 0);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += scratch[i] * scratch[i];
    }
    return 1 / sum; // 1 / (uᵀ J M⁻¹ Jᵀ u)
  }

  /**
   * Writes what an ideal wrist sensor reads: what the tool does to it, of contact, weight and
   * inertia, f = f_contact + m (g − a), in the sensor's axes, torque about the sensor. Acceleration
   * is the mean one since the last reading, as a sensor that integrates gives it: no momentum is
   * lost between readings.
   *
   * @param load of the last step
   * @param compensated whether the weight of the tool, at rest in this orientation, is taken off
   * @param out length 6, N and N m; overwritten
   */
  public void wrist(EdgeLoad load, boolean compensated, double[] out) {
    if (sinceRead > 0) {
      for (int k = 0; k < 6; k++) {
        acceleration[k] = (twist[k] - twistRead[k]) / sinceRead;
        twistRead[k] = twist[k];
      }
      sinceRead = 0;
    }
    load.force(twist[0], twist[1], twist[2], pull);
    WristLoad.read(this, acceleration, pull, compensated, out);
  }

  /** Returns the kinetic energy of bodies and rotors, J. */
  public double kineticEnergy() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        sum += 0.5 * v[i] * inertia[i * n + k] * v[k];
      }
    }
    return sum;
  }

  /** Copies positions, velocities (rad, rad/s) and the torques of the last step (N m). */
  public void joints(double[] positions, double[] velocities, double[] efforts) {
    System.arraycopy(q, 0, positions, 0, n);
    System.arraycopy(v, 0, velocities, 0, n);
    System.arraycopy(effort, 0, efforts, 0, n);
  }

  /** Copies the control point's position, m, world. */
  public void position(double[] out) {
    System.arraycopy(dynamics.position, 0, out, 0, 3);
  }

  /** Copies the rotation of the control point's frame (the sensor's axes), row-major. */
  public void rotation(double[] out) {
    System.arraycopy(dynamics.rotation, 0, out, 0, 9);
  }

  /** Copies the control point's velocity: linear, angular; world axes. */
  public void velocity(double[] out) {
    System.arraycopy(twist, 0, out, 0, 6);
  }

  /** Returns how many torques and loads were ignored because they were not finite. */
  public long ignored() {
    return ignored;
  }

  /** Returns how many steps needed the slow way of {@link JointStep}. */
  public long descents() {
    return joints.descents();
  }

  /** Returns the arm's model. */
  public ArmModel model() {
    return model;
  }
}
