package org.strop.sim.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.sim.urdf.UrdfRobot;

/** Dynamics at ten random states: mecano, ours and Kane's equations agree; the laws hold. */
class DynamicsTest {
  private static final double AGREE = 1e-9; // relative to the largest entry
  private static final int STATES = 10;

  private interface Check {
    void at(UrdfRobot robot, Mechanism mechanism, Robots.State state);
  }

  private static void everywhere(String name, Check check) {
    UrdfRobot robot = Robots.read(name);
    for (Mechanism m :
        List.of(
            MechanismBuilder.arm(robot, Optional.empty()),
            MechanismBuilder.tree(robot, Optional.empty()))) {
      SplittableRandom random = new SplittableRandom(11);
      for (int k = 0; k < STATES; k++) {
        check.at(robot, m, Robots.State.random(m, random));
      }
    }
  }

  private static void agree(String what, double[] value, double[] expected) {
    double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(value).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(value[i]).as(what + " " + i).isCloseTo(expected[i], within(AGREE * scale));
    }
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {Robots.OURS, Robots.KINOVA, Robots.PANDA})
  void mecanoAgreesWithKanesEquations(String name) {
    everywhere(
        name,
        (robot, m, state) -> {
          MecanoDynamics mecano = new MecanoDynamics(m);
          mecano.update(state.q(), state.qd());
          KaneDynamics kane = new KaneDynamics(robot, m.jointNames(), state.q(), state.qd());
          agree("M", flat(mecano.massMatrix()), flat(kane.mass));
          agree("C qd + g", mecano.coriolisAndGravity(), kane.bias);
          agree("g", mecano.gravity(), kane.gravity);
          agree("qdd", mecano.forward(state.tau()), kane.forward(state.tau()));
          double[][] f = kane.frame(m.flange());
          agree("p", mecano.flange().translation(), new double[] {f[0][3], f[1][3], f[2][3]});
          agree("J", flat(mecano.jacobian()), jacobian(kane.point(m.flange(), new double[3])));
        });
  }

  private static double[] jacobian(KaneDynamics.Point point) {
    int n = point.jv.length;
    double[] out = new double[6 * n];
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < n; i++) {
        out[k * n + i] = point.jv[i][k];
        out[(3 + k) * n + i] = point.jw[i][k];
      }
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(strings = {Robots.OURS, Robots.KINOVA, Robots.PANDA})
  void oursAgreesWithMecano(String name) {
    everywhere(
        name,
        (robot, m, state) -> {
          MecanoDynamics mecano = new MecanoDynamics(m);
          FlatDynamics ours = new FlatDynamics(m);
          mecano.update(state.q(), state.qd());
          ours.update(state.q(), state.qd());
          agree("M", ours.massMatrix, flat(mecano.massMatrix()));
          agree("C qd + g", ours.bias, mecano.coriolisAndGravity());
          agree("g", ours.gravity, mecano.gravity());
          agree("p", ours.position, mecano.flange().translation());
          agree("R", ours.rotation, mecano.flange().rotation());
          agree("J", ours.jacobian, flat(mecano.jacobian()));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {Robots.OURS, Robots.KINOVA, Robots.PANDA})
  void theMassMatrixIsSymmetricPositiveDefiniteAndThatOfTheKineticEnergy(String name) {
    everywhere(
        name,
        (robot, m, state) -> {
          MecanoDynamics mecano = new MecanoDynamics(m);
          mecano.update(state.q(), state.qd());
          double[][] mass = mecano.massMatrix();
          double energy = 0;
          for (int i = 0; i < m.size(); i++) {
            for (int j = 0; j < m.size(); j++) {
              assertThat(mass[i][j]).isCloseTo(mass[j][i], within(1e-12));
              energy += 0.5 * state.qd()[i] * mass[i][j] * state.qd()[j];
            }
          }
          assertThat(new Cholesky(m.size()).factor(flat(mass))).isTrue();
          KaneDynamics kane = new KaneDynamics(robot, m.jointNames(), state.q(), state.qd());
          assertThat(energy).isCloseTo(kane.kinetic, within(AGREE * energy));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {Robots.OURS, Robots.KINOVA, Robots.PANDA})
  void jacobianAndGravityAreDerivatives(String name) {
    double h = 1e-6;
    double tolerance = 1e-7; // of a central difference in double precision
    everywhere(
        name,
        (robot, m, state) -> {
          MecanoDynamics mecano = new MecanoDynamics(m);
          mecano.update(state.q(), state.qd());
          double[][] jacobian = mecano.jacobian();
          double[] gravity = mecano.gravity();
          for (int i = 0; i < m.size(); i++) {
            double[] up = state.q().clone();
            double[] down = state.q().clone();
            up[i] += h;
            down[i] -= h;
            KaneDynamics above = new KaneDynamics(robot, m.jointNames(), up, state.qd());
            KaneDynamics below = new KaneDynamics(robot, m.jointNames(), down, state.qd());
            for (int k = 0; k < 3; k++) {
              double slope =
                  (above.frame(m.flange())[k][3] - below.frame(m.flange())[k][3]) / (2 * h);
              assertThat(jacobian[k][i]).isCloseTo(slope, within(tolerance));
            }
            double slope = (above.potential - below.potential) / (2 * h); // g = ∂V/∂q
            assertThat(gravity[i]).isCloseTo(slope, within(10 * tolerance));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {Robots.OURS, Robots.KINOVA, Robots.PANDA})
  void theAngularRowsTurnTheFlange(String name) {
    double h = 1e-6;
    everywhere(
        name,
        (robot, m, state) -> {
          FlatDynamics ours = new FlatDynamics(m);
          double[] still = new double[m.size()];
          ours.update(state.q(), still);
          double[] before = ours.rotation.clone();
          double[] jacobian = ours.jacobian.clone();
          for (int i = 0; i < m.size(); i++) {
            double[] moved = state.q().clone();
            moved[i] += h;
            ours.update(moved, still);
            double[] w = new double[3]; // vee of Ṙ Rᵀ
            for (int k = 0; k < 3; k++) {
              int a = (k + 2) % 3;
              int b = (k + 1) % 3;
              for (int c = 0; c < 3; c++) {
                w[k] += (ours.rotation[3 * a + c] - before[3 * a + c]) / h * before[3 * b + c];
              }
              assertThat(jacobian[(3 + k) * m.size() + i]).isCloseTo(w[k], within(2e-6));
            }
          }
        });
  }
}
