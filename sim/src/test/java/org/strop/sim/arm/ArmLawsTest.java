package org.strop.sim.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Laws of the arm's mechanics, without a controller. */
class ArmLawsTest {
  private static final EdgeLoad AIR = new EdgeLoad();

  /** Energy of the synchronous state: positions are half a step ahead of velocities (leapfrog). */
  private static double energy(SimulatedArm arm, double dt) {
    double[] q = arm.q.clone();
    for (int i = 0; i < q.length; i++) {
      q[i] -= 0.5 * dt * arm.v[i];
    }
    SimulatedArm at = new SimulatedArm(arm.model);
    at.reset(q, arm.v);
    return at.kineticEnergy() + PotentialEnergy.of(arm.model.mechanism, q);
  }

  private record Swing(double drift, double largestKinetic) {}

  private static Swing swing(double dt) {
    SimulatedArm arm = new SimulatedArm(Arms.free());
    arm.reset(new double[] {0.1, 0.9, 0.3, 1.2, 0.2, 0.7, 0.1});
    double start = energy(arm, dt);
    double drift = 0;
    double kinetic = 0;
    for (int i = 0; i < 10 / dt; i++) {
      arm.step(new double[7], AIR, dt);
      kinetic = Math.max(kinetic, arm.kineticEnergy());
      if (i % 10 == 0) {
        drift = Math.max(drift, Math.abs(energy(arm, dt) - start));
      }
    }
    return new Swing(drift, kinetic);
  }

  /** Seven links fall and flail for 10 s, without rotors, friction or limits: the hardest case. */
  @Test
  void energyIsConservedWithoutFrictionAndInput() {
    Swing coarse = swing(0.001);
    Swing fine = swing(0.0005);
    assertThat(coarse.largestKinetic).isGreaterThan(20);
    assertThat(coarse.drift).isLessThan(0.03 * coarse.largestKinetic);
    assertThat(fine.drift).as("second order").isLessThan(0.4 * coarse.drift);
  }

  /** Period from the complete elliptic integral: T = 2π √(I/mgl) / agm(1, cos ½θ₀). */
  @Test
  void aPendulumSwingsInItsPeriod() {
    for (double amplitude : new double[] {0.05, 1.0, 2.5}) {
      SimulatedArm arm = new SimulatedArm(Arms.pendulum("continuous", ""));
      arm.reset(new double[] {amplitude});
      double inertia = 0.08 + 0.25;
      double expected =
          2
              * Math.PI
              * Math.sqrt(inertia / (MecanoDynamics.GRAVITY * 0.5))
              / agm(1, Math.cos(amplitude / 2));
      assertThat(period(arm)).isCloseTo(expected, within(1e-4 * expected));
    }
  }

  private static double agm(double a, double b) {
    double x = a;
    double y = b;
    for (int i = 0; i < 40; i++) {
      double mean = 0.5 * (x + y);
      y = Math.sqrt(x * y);
      x = mean;
    }
    return x;
  }

  /** Time between the second and the fourth passage through the bottom, to a share of a step. */
  private static double period(SimulatedArm arm) {
    double[] crossings = new double[4];
    int found = 0;
    for (int i = 0; found < 4; i++) {
      double before = arm.q[0];
      arm.step(new double[1], AIR, Arms.DT);
      if (before * arm.q[0] < 0) {
        crossings[found++] = (i + before / (before - arm.q[0])) * Arms.DT;
      }
    }
    return crossings[3] - crossings[1];
  }

  /** A joint with dry friction on the level: it sticks, exactly, until the torque is above it. */
  @Test
  void dryFrictionSticksThenSlips() {
    ArmModel model = Arms.pendulum("continuous", "<dynamics friction='2'/>");
    SimulatedArm arm = new SimulatedArm(model);
    double[] tau = {1.99};
    for (int i = 0; i < 2000; i++) {
      arm.step(tau, AIR, Arms.DT);
      assertThat(arm.v[0]).isZero();
      assertThat(arm.q[0]).isZero();
    }
    tau[0] = 3;
    arm.step(tau, AIR, Arms.DT);
    assertThat(arm.v[0] / Arms.DT).isCloseTo((3 - 2) / 0.33, within(1e-6)); // (τ − τ_c) / I
  }

  /** Sliding to rest takes v I / τ_c, after which it is at rest and stays. */
  @Test
  void dryFrictionStopsAndHolds() {
    ArmModel model = Arms.pendulum("continuous", "<dynamics friction='0.6'/>");
    SimulatedArm arm = new SimulatedArm(model);
    arm.reset(new double[1], new double[] {0.2});
    int steps = 0;
    while (arm.v[0] != 0 && steps < 10_000) {
      arm.step(gravityOf(arm), AIR, Arms.DT);
      steps++;
    }
    assertThat(steps * Arms.DT).isCloseTo(0.2 * 0.33 / 0.6, within(2 * Arms.DT));
    arm.step(gravityOf(arm), AIR, Arms.DT);
    assertThat(arm.v[0]).isZero();
  }

  private static double[] gravityOf(SimulatedArm arm) {
    return arm.dynamics.gravity.clone();
  }

  @Test
  void viscousFrictionOfAnySizeIsStable() {
    ArmModel model = Arms.pendulum("continuous", "<dynamics damping='1e6'/>");
    SimulatedArm arm = new SimulatedArm(model);
    arm.reset(new double[] {1.0}, new double[] {5});
    double before = 5;
    for (int i = 0; i < 100; i++) {
      arm.step(new double[1], AIR, Arms.DT);
      assertThat(Math.abs(arm.v[0])).isLessThan(before);
      before = Math.max(1e-5, Math.abs(arm.v[0]) + 1e-9);
    }
  }

  @Test
  void noJointPassesItsStopsOrItsVelocityLimit() {
    ArmModel model =
        Arms.pendulum("revolute", "<limit lower='-0.5' upper='0.5' velocity='0.8' effort='100'/>");
    SimulatedArm arm = new SimulatedArm(model);
    double[] tau = {60};
    for (int i = 0; i < 3000; i++) {
      tau[0] = i < 1000 ? 60 : -60;
      arm.step(tau, AIR, Arms.DT);
      assertThat(arm.q[0]).isBetween(-0.5, 0.5);
      assertThat(Math.abs(arm.v[0])).isLessThanOrEqualTo(0.8);
    }
    assertThat(arm.q[0]).as("leans on its stop").isEqualTo(-0.5);
    assertThat(arm.v[0]).isZero();
  }

  @Test
  void drivesGiveNoMoreThanTheirTorque() {
    ArmModel model =
        Arms.pendulum("revolute", "<limit lower='-3' upper='3' velocity='9' effort='1.5'/>");
    SimulatedArm arm = new SimulatedArm(model);
    arm.step(new double[] {50}, AIR, Arms.DT);
    assertThat(arm.v[0] / Arms.DT).isCloseTo(1.5 / 0.33, within(1e-6));
  }

  /**
   * ΔE = ∫ τ·q̇ − viscous − dry friction + load: over 2 s of motion against a spring and a drag.
   */
  @Test
  void powerIsBalancedInContact() {
    double dt = 0.0005;
    ArmModel model = Arms.shipped();
    SimulatedArm arm = new SimulatedArm(model);
    EdgeLoad load = new EdgeLoad();
    double[] tau = new double[7];
    double[] start = new double[3];
    arm.position(start);
    double energy = energy(arm, dt);
    double work = 0;
    double moved = 0;
    for (int i = 0; i < 4000; i++) {
      load.clear();
      double[] p = arm.dynamics.position;
      load.push(-3000 * (p[0] - start[0]), -3000 * (p[1] - start[1]), -3000 * (p[2] - start[2]));
      load.damp(0, 0, 1, 20);
      for (int k = 0; k < 7; k++) {
        tau[k] =
            arm.dynamics.gravity[k] + 0.02 * model.effortLimit[k] * Math.sin(0.004 * i * (k + 1));
      }
      double[] jacobian = arm.dynamics.jacobian.clone();
      double[] before = arm.v.clone();
      arm.step(tau, load, dt);
      double[] middle = new double[7];
      Arrays.setAll(middle, k -> 0.5 * (before[k] + arm.v[k]));
      double step = 0;
      double[] f = new double[3];
      load.force(dot(jacobian, 0, arm.v), dot(jacobian, 1, arm.v), dot(jacobian, 2, arm.v), f);
      for (int k = 0; k < 3; k++) {
        step += f[k] * dot(jacobian, k, middle);
      }
      for (int k = 0; k < 7; k++) {
        double dry = model.coulomb[k] * Math.signum(arm.v[k]);
        step += (tau[k] - model.viscous[k] * arm.v[k] - dry) * middle[k];
      }
      for (int k = 0; k < 7; k++) {
        assertThat(Math.abs(arm.v[k])).as("no limit").isLessThan(model.velocityLimit[k]);
      }
      work += dt * step;
      moved += Math.abs(dt * step);
    }
    assertThat(moved).isGreaterThan(0.1);
    assertThat(energy(arm, dt) - energy).isCloseTo(work, within(0.01 * moved));
  }

  private static double dot(double[] jacobian, int row, double[] v) {
    double sum = 0;
    for (int i = 0; i < 7; i++) {
      sum += jacobian[7 * row + i] * v[i];
    }
    return sum;
  }

  /** A wall of 10 MN/m at 1 kHz: no chatter, and the depth is F / K. */
  @Test
  void stiffContactIsStable() {
    SimulatedArm arm = Arms.at(Arms.shipped(), 0.05, 0, 0.05, 0.4);
    CartesianImpedance controller = Arms.controller(arm, 0, 0, -0.02);
    EdgeLoad wall = new EdgeLoad();
    double[] tau = new double[7];
    double k = 1e7;
    double top = 0.045;
    double depth = 0;
    for (int i = 0; i < 1500; i++) {
      controller.torques(arm, tau);
      wall.clear();
      depth = top - arm.dynamics.position[2];
      if (depth > 0) {
        wall.push(0, 0, k * depth);
        wall.damp(0, 0, 1, 1000 + k * Arms.DT);
      }
      arm.step(tau, wall, Arms.DT);
    }
    double force = k * depth;
    assertThat(force).isCloseTo(1200 * (top - 0.03), within(0.5)); // K (x_eq − x) of the controller
    assertThat(Math.abs(arm.twist[2])).isLessThan(1e-4);
  }

  /** A force on the edge does the same to the joints as Newton's second law says of Λ. */
  @Test
  void aPushMeetsTheEffectiveMass() {
    SimulatedArm arm = new SimulatedArm(Arms.shipped().withoutFriction());
    EdgeLoad load = new EdgeLoad();
    load.push(0, 0, 10);
    double mass = arm.effectiveMass(0, 0, 1);
    arm.step(gravityOf(arm), load, 1e-6);
    assertThat(arm.twist[2] / 1e-6).isCloseTo(10 / mass, within(1e-4 * 10 / mass));
  }

  @Test
  void nothingNotFiniteGetsIn() {
    SimulatedArm arm = new SimulatedArm(Arms.shipped());
    double[] tau = new double[7];
    EdgeLoad load = new EdgeLoad();
    for (int i = 0; i < 100; i++) {
      Arrays.fill(tau, i % 3 == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
      load.push(i % 2 == 0 ? Double.NaN : 0, 0, 1e300);
      arm.step(tau, load, Arms.DT);
      for (int k = 0; k < 7; k++) {
        assertThat(arm.q[k]).isFinite();
        assertThat(arm.v[k]).isFinite();
      }
    }
    assertThat(arm.ignored()).isGreaterThanOrEqualTo(700);
  }

  @Test
  void impossibleStatesAreRefused() {
    SimulatedArm arm = new SimulatedArm(Arms.shipped());
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> arm.reset(new double[] {0, 3, 0, 0, 0, 0, 0}))
        .isInstanceOf(org.strop.configs.StropException.class)
        .hasMessageContainingAll("joint_2", "2.41");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> arm.reset(new double[] {0, Double.NaN, 0, 0, 0, 0, 0}))
        .isInstanceOf(org.strop.configs.StropException.class)
        .hasMessageContainingAll("joint_2", "NaN");
  }
}
