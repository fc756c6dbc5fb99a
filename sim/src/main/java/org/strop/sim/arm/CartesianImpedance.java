package org.strop.sim.arm;

import java.util.Arrays;

/**
 * Cartesian impedance control of the control point, with the redundant joint at a posture:
 *
 * <pre>
 *   F = K e − D ẋ,   e = (x_eq − x, log(R_eq Rᵀ)),   Dᵢ = 2 ζ √(Kᵢ Λᵢᵢ)
 *   τ = Jᵀ F + C q̇ + g + (1 − Jᵀ Λ J M⁻¹) (K_n (q_home − q) − D_n q̇),   Λ = (J M⁻¹ Jᵀ)⁻¹
 * </pre>
 *
 * <p>(Hogan 1985; Khatib 1987 for Λ and the dynamically consistent null space.) World axes; the
 * arm's own inertia is felt, not shaped. Λᵢᵢ is the mass on an axis with the others held: the
 * damping suits the heaviest of the coupled modes, the lighter ones get more. Allocates nothing.
 * One per arm.
 */
public final class CartesianImpedance {
  private static final double REGULAR = 1e-6; // of the largest diagonal of J M⁻¹ Jᵀ: singularities

  private final double[] stiffness;
  private final double ratio;
  private final int n;
  private final double[] target = new double[3];
  private final double[] targetRotation = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  private final double[] error = new double[6];
  private final double[] force = new double[6];
  private final double[] rows; // L⁻¹ Jᵀ, one row of n for each of the six
  private final double[] mobility = new double[36]; // J M⁻¹ Jᵀ
  private final double[] weight = new double[6];
  private final double[] mass = new double[6];
  private final double[] posture;
  private final double[] moved;
  private final Cholesky joints;
  private final Cholesky space = new Cholesky(6);

  /**
   * Creates a controller.
   *
   * @param stiffness N/m on x, y, z, N m/rad about x, y, z; at least 0, length 6; copied
   * @param dampingRatio ζ, 1 is critical
   */
  public CartesianImpedance(int joints, double[] stiffness, double dampingRatio) {
    for (double k : stiffness) {
      if (!(k >= 0) || stiffness.length != 6) {
        throw new IllegalArgumentException("stiffness " + Arrays.toString(stiffness));
      }
    }
    this.stiffness = stiffness.clone();
    ratio = dampingRatio;
    n = joints;
    rows = new double[6 * n];
    posture = new double[n];
    moved = new double[n];
    this.joints = new Cholesky(n);
  }

  /**
   * Sets the equilibrium.
   *
   * @param position m, world, length 3; copied
   * @param rotation row-major, world from the control point's axes; copied
   */
  public void target(double[] position, double[] rotation) {
    System.arraycopy(position, 0, target, 0, 3);
    System.arraycopy(rotation, 0, targetRotation, 0, 9);
  }

  /**
   * Computes torques from the present state.
   *
   * @param tau length n, N m; overwritten
   */
  public void torques(SimulatedArm arm, double[] tau) {
    FlatDynamics d = arm.dynamics;
    error(d);
    if (!joints.factor(arm.inertia)) {
      System.arraycopy(d.bias, 0, tau, 0, n);
      return;
    }
    mobility(d.jacobian);
    if (!space.factor(mobility)) {
      System.arraycopy(d.bias, 0, tau, 0, n);
      return;
    }
    space.inverseDiagonal(weight, mass);
    for (int k = 0; k < 6; k++) {
      double damping = 2 * ratio * Math.sqrt(stiffness[k] * mass[k]); // Dᵢ = 2 ζ √(Kᵢ Λᵢᵢ)
      force[k] = stiffness[k] * error[k] - damping * arm.twist[k];
    }
    for (int i = 0; i < n; i++) {
      double sum = d.bias[i];
      for (int k = 0; k < 6; k++) {
        sum += d.jacobian[k * n + i] * force[k];
      }
      tau[i] = sum;
    }
    posture(arm, tau);
  }

  private void error(FlatDynamics d) {
    for (int k = 0; k < 3; k++) {
      error[k] = target[k] - d.position[k];
    }
    double[] a = targetRotation;
    double[] b = d.rotation;
    double[] m = mobility; // borrowed: R_eq Rᵀ in its first nine
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        m[3 * i + j] =
            a[3 * i] * b[3 * j] + a[3 * i + 1] * b[3 * j + 1] + a[3 * i + 2] * b[3 * j + 2];
      }
    }
    double x = 0.5 * (m[7] - m[5]); // sin θ times the axis
    double y = 0.5 * (m[2] - m[6]);
    double z = 0.5 * (m[3] - m[1]);
    double sine = Math.sqrt(x * x + y * y + z * z);
    double angle = Math.atan2(sine, 0.5 * (m[0] + m[4] + m[8] - 1));
    double scale = sine > 1e-12 ? angle / sine : 1;
    error[3] = scale * x;
    error[4] = scale * y;
    error[5] = scale * z;
  }

  private void mobility(double[] jacobian) {
    System.arraycopy(jacobian, 0, rows, 0, 6 * n);
    for (int k = 0; k < 6; k++) {
      joints.forward(rows, k * n);
      for (int l = 0; l <= k; l++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += rows[k * n + i] * rows[l * n + i];
        }
        mobility[6 * k + l] = sum;
        mobility[6 * l + k] = sum;
      }
    }
    double largest = 0;
    for (int k = 0; k < 6; k++) {
      largest = Math.max(largest, mobility[7 * k]);
    }
    for (int k = 0; k < 6; k++) {
      mobility[7 * k] += REGULAR * largest;
    }
  }

  /** Adds the posture's torque, less what of it the control point would feel. */
  private void posture(SimulatedArm arm, double[] tau) {
    ArmModel model = arm.model;
    double k = model.posture.stiffnessNmPerRad();
    if (k == 0) {
      return;
    }
    for (int i = 0; i < n; i++) {
      double damping = 2 * model.posture.dampingRatio() * Math.sqrt(k * arm.inertia[i * n + i]);
      posture[i] = k * (model.home[i] - arm.q[i]) - damping * arm.v[i];
      moved[i] = posture[i];
    }
    joints.solve(moved, 0); // M⁻¹ τ₀
    for (int c = 0; c < 6; c++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += arm.dynamics.jacobian[c * n + i] * moved[i];
      }
      weight[c] = sum;
    }
    space.solve(weight, 0); // Λ J M⁻¹ τ₀
    for (int i = 0; i < n; i++) {
      double felt = 0;
      for (int c = 0; c < 6; c++) {
        felt += arm.dynamics.jacobian[c * n + i] * weight[c];
      }
      tau[i] += posture[i] - felt;
    }
  }

  /** Returns the energy in the springs toward the equilibrium, J; as of the last torques. */
  public double springEnergy() {
    double sum = 0;
    for (int k = 0; k < 6; k++) {
      sum += 0.5 * stiffness[k] * error[k] * error[k];
    }
    return sum;
  }

  /** Copies the equilibrium's distance in position and rotation, as of the last torques. */
  public void error(double[] out) {
    System.arraycopy(error, 0, out, 0, 6);
  }
}
