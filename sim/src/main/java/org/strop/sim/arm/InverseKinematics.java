package org.strop.sim.arm;

import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.urdf.RigidTransform;

/**
 * Finds a posture near home that puts the control point somewhere, by damped least squares (Wampler
 * 1986): q += Jᵀ (J Jᵀ + λ² 1)⁻¹ e, with what is left of the way home in the null space. For
 * set-up; allocates.
 */
public final class InverseKinematics {
  private static final int ITERATIONS = 300;
  private static final double REACHED = 1e-10;
  private static final double LONGEST_STEP = 0.3; // rad
  private static final double HOMING = 0.1;

  private final ArmModel model;
  private final FlatDynamics dynamics;
  private final int n;

  /** Creates a solver. */
  public InverseKinematics(ArmModel model) {
    this.model = model;
    dynamics = new FlatDynamics(model.mechanism);
    n = model.size();
  }

  /**
   * Returns joint positions, rad, within the limits.
   *
   * @param worldFromPoint pose of the control point
   * @throws StropException if the arm does not reach it
   */
  public double[] solve(RigidTransform worldFromPoint) {
    double[] q = model.home();
    double[] still = new double[n];
    double left = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ITERATIONS; i++) {
      dynamics.update(q, still);
      double[] e = error(worldFromPoint);
      left = norm(e);
      if (left < REACHED) {
        return q;
      }
      move(q, e, left);
    }
    double[] p = worldFromPoint.translation();
    throw new StropException(
        ErrorCode.COMPUTATION,
        "the arm cannot put its tool at (%.3f, %.3f, %.3f) m in this direction: %.4f is left."
            .formatted(p[0], p[1], p[2], left),
        model.mechanism.name(),
        "move the arm's base (world_from_base) or its home posture.");
  }

  private double[] error(RigidTransform goal) {
    double[] p = goal.translation();
    RigidTransform now = RigidTransform.of(dynamics.rotation, dynamics.position);
    double[] turn = goal.times(now.inverse()).quaternionXyzw();
    double sine = Math.sqrt(turn[0] * turn[0] + turn[1] * turn[1] + turn[2] * turn[2]);
    double scale = sine > 1e-12 ? 2 * Math.atan2(sine, turn[3]) / sine : 2;
    double[] e = new double[6];
    for (int k = 0; k < 3; k++) {
      e[k] = p[k] - dynamics.position[k];
      e[3 + k] = scale * turn[k];
    }
    return e;
  }

  private void move(double[] q, double[] e, double left) {
    double[] j = dynamics.jacobian;
    double[] square = new double[36];
    double[] home = new double[n];
    for (int i = 0; i < n; i++) {
      home[i] = left > 1e-3 ? HOMING * (model.home[i] - q[i]) : 0;
    }
    double[] y = e.clone();
    for (int a = 0; a < 6; a++) {
      for (int i = 0; i < n; i++) {
        y[a] -= j[a * n + i] * home[i];
        for (int b = 0; b < 6; b++) {
          square[6 * a + b] += j[a * n + i] * j[b * n + i];
        }
      }
      square[7 * a] += Math.min(1e-4, left * left) + 1e-12;
    }
    Cholesky cholesky = new Cholesky(6);
    if (!cholesky.factor(square)) {
      return;
    }
    cholesky.solve(y, 0);
    double[] dq = home;
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < 6; a++) {
        dq[i] += j[a * n + i] * y[a];
      }
    }
    double scale = Math.min(1, LONGEST_STEP / Math.max(1e-12, norm(dq)));
    for (int i = 0; i < n; i++) {
      q[i] = Math.min(model.upper[i], Math.max(model.lower[i], q[i] + scale * dq[i]));
    }
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
