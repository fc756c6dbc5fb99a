package org.strop.sim.arm;

import java.util.Arrays;

/**
 * Joint impedance control: τ = K (q_eq − q) − D q̇ + C q̇ + g, Dᵢ = 2 ζ √(Kᵢ Mᵢᵢ). Allocates
 * nothing.
 */
public final class JointImpedance {
  private final double[] stiffness;
  private final double ratio;
  private final double[] target;

  /**
   * Creates a controller.
   *
   * @param stiffness N m/rad of each joint, at least 0; copied
   * @param dampingRatio ζ, 1 is critical
   */
  public JointImpedance(double[] stiffness, double dampingRatio) {
    for (double k : stiffness) {
      if (!(k >= 0)) {
        throw new IllegalArgumentException("stiffness " + Arrays.toString(stiffness));
      }
    }
    this.stiffness = stiffness.clone();
    ratio = dampingRatio;
    target = new double[stiffness.length];
  }

  /** Sets the equilibrium, rad; copied. */
  public void target(double[] position) {
    System.arraycopy(position, 0, target, 0, target.length);
  }

  /** Computes torques, N m, from the present state. */
  public void torques(SimulatedArm arm, double[] tau) {
    int n = target.length;
    for (int i = 0; i < n; i++) {
      double damping = 2 * ratio * Math.sqrt(stiffness[i] * arm.inertia[i * n + i]);
      tau[i] = stiffness[i] * (target[i] - arm.q[i]) - damping * arm.v[i] + arm.dynamics.bias[i];
    }
  }
}
