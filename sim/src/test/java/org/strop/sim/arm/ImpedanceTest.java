package org.strop.sim.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;

/** The arm under impedance control, and what its wrist feels. */
class ImpedanceTest {
  private static final EdgeLoad AIR = new EdgeLoad();

  private static void run(SimulatedArm arm, CartesianImpedance controller, EdgeLoad load, int n) {
    double[] tau = new double[arm.model.size()];
    for (int i = 0; i < n; i++) {
      controller.torques(arm, tau);
      arm.step(tau, load, Arms.DT);
    }
  }

  /** Pushed with a force, the point yields by F / K on each axis, and the wrist reads the force. */
  @Test
  void atRestTheForceIsStiffnessTimesDistance() {
    double[][] pushes = {{12, 0, 0}, {0, -9, 0}, {0, 0, 15}, {6, 5, -8}};
    for (double[] push : pushes) {
      SimulatedArm arm = Arms.at(Arms.shipped().withoutFriction(), 0.05, 0, 0.05, 0.4);
      CartesianImpedance controller = Arms.controller(arm, 0, 0, 0);
      EdgeLoad load = new EdgeLoad();
      load.push(push[0], push[1], push[2]);
      run(arm, controller, load, 3000);
      double[] error = new double[6];
      controller.error(error);
      double[] wrist = new double[6];
      arm.wrist(load, true, wrist);
      double[] world = new double[3];
      for (int k = 0; k < 3; k++) {
        for (int c = 0; c < 3; c++) {
          world[k] += arm.dynamics.rotation[3 * k + c] * wrist[c];
        }
      }
      double norm = Math.hypot(Math.hypot(push[0], push[1]), push[2]);
      for (int k = 0; k < 3; k++) {
        assertThat(-Arms.STIFFNESS[k] * error[k]).isCloseTo(push[k], within(0.01 * norm));
        assertThat(world[k]).isCloseTo(push[k], within(0.01 * norm));
      }
    }
  }

  /** With the drives' dry friction the same holds up to what friction can hide. */
  @Test
  void frictionHidesNoMoreThanItsTorque() {
    ArmModel model = Arms.shipped();
    SimulatedArm arm = Arms.at(model, 0.05, 0, 0.05, 0.4);
    CartesianImpedance controller = Arms.controller(arm, 0, 0, 0);
    EdgeLoad load = new EdgeLoad();
    load.push(0, 0, 12);
    run(arm, controller, load, 3000);
    double[] error = new double[6];
    controller.error(error);
    assertThat(-Arms.STIFFNESS[2] * error[2]).isCloseTo(12, within(0.6));
    assertThat(Arrays.stream(arm.v).map(Math::abs).max().orElseThrow()).isLessThan(1e-9);
  }

  @Test
  void aStepOfTheEquilibriumIsFollowedWithoutMuchOvershoot() {
    SimulatedArm arm = Arms.at(Arms.shipped(), 0.05, 0, 0.05, 0.4);
    double start = arm.dynamics.position[2];
    CartesianImpedance controller = Arms.controller(arm, 0, 0, 0.01);
    double top = 0;
    double[] tau = new double[7];
    for (int i = 0; i < 2000; i++) {
      controller.torques(arm, tau);
      arm.step(tau, AIR, Arms.DT);
      top = Math.max(top, arm.dynamics.position[2] - start);
    }
    assertThat(top).isBetween(0.0095, 0.0125);
    assertThat(arm.dynamics.position[2] - start).isCloseTo(0.01, within(0.0006));
  }

  @Test
  void theRedundantJointMovesWithoutTheEdgeFeelingIt() {
    ArmModel aside = Arms.shipped("home_rad=[0.4, 0.7, 3.1416, -2.0, 0.0, 0.35, 3.1416]");
    SimulatedArm arm = new SimulatedArm(aside.withoutFriction());
    arm.reset(new InverseKinematics(Arms.shipped()).solve(Arms.pose(0.05, 0, 0.05, 0.4)));
    double[] before = arm.dynamics.position.clone();
    CartesianImpedance controller = Arms.controller(arm, 0, 0, 0);
    double[] q = arm.q.clone();
    run(arm, controller, AIR, 4000);
    double moved = 0;
    for (int i = 0; i < 7; i++) {
      moved = Math.max(moved, Math.abs(arm.q[i] - q[i]));
    }
    for (int k = 0; k < 3; k++) {
      assertThat(arm.dynamics.position[k]).isCloseTo(before[k], within(2e-4));
    }
    assertThat(moved).as("the elbow").isGreaterThan(1e-3);
  }

  @Test
  void jointImpedanceYieldsByTorqueOverStiffness() {
    SimulatedArm arm = new SimulatedArm(Arms.shipped().withoutFriction());
    double[] stiffness = {200, 200, 200, 200, 50, 50, 50};
    JointImpedance controller = new JointImpedance(stiffness, 0.8);
    double[] home = arm.model.home();
    controller.target(home);
    double[] tau = new double[7];
    for (int i = 0; i < 3000; i++) {
      controller.torques(arm, tau);
      tau[3] += 2;
      arm.step(tau, AIR, Arms.DT);
    }
    assertThat(arm.q[3] - home[3]).isCloseTo(2.0 / 200, within(1e-4));
    assertThat(arm.q[1] - home[1]).isCloseTo(0, within(1e-4));
  }

  /**
   * At rest in air the wrist reads the tool's weight in its own axes, and nothing when compensated.
   */
  @Test
  void theWristWeighsTheTool() {
    SimulatedArm arm = Arms.at(Arms.shipped(), 0.05, 0, 0.05, 0.4);
    run(arm, Arms.controller(arm, 0, 0, 0), AIR, 2000);
    double[] out = new double[6];
    arm.wrist(AIR, false, out);
    double weight = 0.25 * MecanoDynamics.GRAVITY;
    double pitch = Math.asin(-arm.dynamics.rotation[6]);
    double fx = weight * Math.sin(pitch); // Rᵀ (0, 0, −mg)
    double fz = -weight * Math.cos(pitch);
    assertThat(out[0]).isCloseTo(fx, within(1e-3));
    assertThat(out[2]).isCloseTo(fz, within(1e-3));
    assertThat(out[4]).isCloseTo(-0.06 * fx - 0.01 * fz, within(1e-3)); // c × f about y
    arm.wrist(AIR, true, out);
    for (double value : out) {
      assertThat(value).isCloseTo(0, within(1e-3));
    }
  }

  /** ∫ (f_wrist − f_contact − m g) dt = −Δ(m v_c): momentum of the tool through a jerky motion. */
  @Test
  void theWristFeelsTheToolsMomentum() {
    SimulatedArm arm = Arms.at(Arms.shipped(), 0.05, 0, 0.06, 0.4);
    CartesianImpedance controller = Arms.controller(arm, 0.05, 0.02, 0.04);
    double[] tau = new double[7];
    double[] out = new double[6];
    double[] sum = new double[3];
    for (int i = 0; i < 60; i++) {
      controller.torques(arm, tau);
      arm.step(tau, AIR, Arms.DT);
      arm.wrist(AIR, true, out);
      for (int k = 0; k < 3; k++) {
        for (int c = 0; c < 3; c++) {
          sum[k] += Arms.DT * arm.dynamics.rotation[3 * k + c] * out[c];
        }
      }
    }
    double[] com = {-0.01, 0, 0.08}; // from the edge, sensor's axes
    double[] lever = new double[3];
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < 3; c++) {
        lever[k] += arm.dynamics.rotation[3 * k + c] * com[c];
      }
    }
    double[] w = {arm.twist[3], arm.twist[4], arm.twist[5]};
    double speed = 0;
    for (int k = 0; k < 3; k++) {
      int a = (k + 1) % 3;
      int b = (k + 2) % 3;
      double v = arm.twist[k] + w[a] * lever[b] - w[b] * lever[a];
      speed = Math.max(speed, Math.abs(v));
      assertThat(sum[k]).isCloseTo(-0.25 * v, within(0.002));
    }
    assertThat(0.25 * speed).isGreaterThan(0.02);
  }

  @Test
  void halvingTheStepChangesLittle() {
    double[] coarse = after(0.001);
    double[] fine = after(0.0005);
    for (int k = 0; k < 3; k++) {
      assertThat(coarse[k]).isCloseTo(fine[k], within(5e-5)); // m, in a motion of 30 mm
    }
  }

  private static double[] after(double dt) {
    SimulatedArm arm = Arms.at(Arms.shipped(), 0.05, 0, 0.05, 0.4);
    CartesianImpedance controller = Arms.controller(arm, 0.03, 0, 0.01);
    double[] tau = new double[7];
    for (int i = 0; i < Math.round(0.25 / dt); i++) {
      controller.torques(arm, tau);
      arm.step(tau, AIR, dt);
    }
    return arm.dynamics.position.clone();
  }

  @Test
  void theSameStepsGiveTheSameBits() {
    assertThat(after(0.001)).isEqualTo(after(0.001));
  }

  /** Random equilibria far out of reach: finite, within all limits, and it comes back. */
  @Test
  void wildCommandsStayWithinTheLimits() {
    SimulatedArm arm = Arms.at(Arms.shipped(), 0.05, 0, 0.05, 0.4);
    CartesianImpedance controller = new CartesianImpedance(7, Arms.STIFFNESS, 0.9);
    SplittableRandom random = new SplittableRandom(3);
    double[] tau = new double[7];
    double[] goal = new double[3];
    double[] upright = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int i = 0; i < 8000; i++) {
      if (i % 100 == 0) {
        for (int k = 0; k < 3; k++) {
          goal[k] = 2 * random.nextGaussian();
        }
        controller.target(goal, upright);
      }
      controller.torques(arm, tau);
      arm.step(tau, AIR, Arms.DT);
      for (int k = 0; k < 7; k++) {
        assertThat(arm.q[k]).isBetween(arm.model.lower[k], arm.model.upper[k]);
        assertThat(Math.abs(arm.v[k])).isLessThanOrEqualTo(arm.model.velocityLimit[k]);
      }
    }
    assertThat(arm.ignored()).isZero();
  }

  @Test
  void aStepMakesNoGarbage() {
    SimulatedArm arm = Arms.at(Arms.shipped(), 0.05, 0, 0.05, 0.4);
    CartesianImpedance controller = Arms.controller(arm, 0.01, 0, -0.01);
    EdgeLoad load = new EdgeLoad();
    load.push(1, 0, 2);
    load.damp(1, 0, 0, 50);
    double[] out = new double[6];
    run(arm, controller, load, 20_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(arm, controller, load, 1000);
    for (int i = 0; i < 1000; i++) {
      arm.wrist(load, true, out);
      arm.effectiveMass(0, 0, 1);
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes).isLessThan(2000); // of the test itself: less than a byte a step
  }

  @Test
  void negativeStiffnessAndUnknownJointsAreRefused() {
    double[] negative = {2000, -1, 1200, 60, 60, 60};
    assertThatThrownBy(() -> new CartesianImpedance(7, negative, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> Arms.shipped("posture.stiffness_nm_per_rad=-5"))
        .isInstanceOf(StropException.class)
        .hasMessageContainingAll("stiffness_nm_per_rad", "-5");
    assertThatThrownBy(
            () ->
                Arms.shipped(
                    "drives.joint_9={rotor_inertia_kg_m2: 0.1, "
                        + "coulomb_nm: 0, viscous_nm_s_per_rad: 0}"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("joint_9");
    assertThatThrownBy(() -> new InverseKinematics(Arms.shipped()).solve(Arms.pose(5, 0, 0, 0)))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("5.000");
  }
}
