package org.strop.sim.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;
import org.strop.sim.urdf.UrdfRobot;

/** Which joints a question is about, and what it refuses. */
class DynamicsQueryTest {
  private static final double[] NONE = {};

  private static DynamicsReport ask(UrdfRobot robot, double... q) {
    return new DynamicsQuery(robot, Optional.empty(), q, NONE, NONE).answer();
  }

  private static double[] first(int n, double... values) {
    return Arrays.copyOf(values, n);
  }

  @Test
  void asManyNumbersAsTheArmHasMeanTheArm() {
    DynamicsReport arm = ask(Robots.read(Robots.KINOVA), first(7, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6));
    assertThat(arm.joints()).hasSize(7).allMatch(name -> name.startsWith("gen3_joint_"));
  }

  @Test
  void theGripperWeighsTheSameHeldOrAsked() {
    UrdfRobot robot = Robots.read(Robots.KINOVA);
    double[] q = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    DynamicsReport arm = ask(robot, q);
    DynamicsReport own = ask(robot, first(8, q));
    DynamicsReport all = ask(robot, first(13, q));
    assertThat(own.joints()).hasSize(8);
    assertThat(all.joints()).hasSize(13);
    for (int i = 0; i < 7; i++) {
      assertThat(own.gravity().get(i)).isCloseTo(arm.gravity().get(i), within(1e-12));
      assertThat(all.gravity().get(i)).isCloseTo(arm.gravity().get(i), within(1e-12));
      for (int j = 0; j < 7; j++) {
        double mass = arm.massMatrix().get(i).get(j);
        assertThat(own.massMatrix().get(i).get(j)).isCloseTo(mass, within(1e-12));
        assertThat(all.massMatrix().get(i).get(j)).isCloseTo(mass, within(1e-12));
      }
    }
    assertThat(own.flangePosition()).isEqualTo(arm.flangePosition());
    assertThat(all.jacobian().get(0).subList(7, 13)).containsOnly(0.0);
  }

  @Test
  void mimicJointsFollow() {
    UrdfRobot robot = Robots.read(Robots.KINOVA);
    double[] own = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.3};
    double[] all = first(13, own);
    double[] sign = {1, -1, 1, -1, -1, 1}; // multipliers of the file, in its order
    for (int i = 0; i < 6; i++) {
      all[7 + i] = 0.3 * sign[i];
    }
    DynamicsReport follow = ask(robot, own);
    DynamicsReport tree = ask(robot, all);
    double expected = 0;
    double mass = 0;
    for (int i = 0; i < 6; i++) {
      expected += sign[i] * tree.gravity().get(7 + i);
      for (int j = 0; j < 6; j++) {
        mass += sign[i] * sign[j] * tree.massMatrix().get(7 + i).get(7 + j);
      }
    }
    assertThat(follow.gravity().get(7)).isCloseTo(expected, within(1e-12));
    assertThat(follow.massMatrix().get(7).get(7)).isCloseTo(mass, within(1e-15));
  }

  @Test
  void flangesAreThoseThatPeopleExpect() {
    assertThat(flange(Robots.OURS)).isEqualTo("flange");
    assertThat(flange(Robots.KINOVA)).isEqualTo("gen3_end_effector_link");
    assertThat(flange(Robots.PANDA)).isEqualTo("panda_link8");
  }

  private static String flange(String name) {
    return MechanismBuilder.arm(Robots.read(name), Optional.empty()).flange();
  }

  @Test
  void ourArmIsThePublishedOne() {
    UrdfRobot published = Robots.read(Robots.KINOVA);
    UrdfRobot ours = Robots.read(Robots.OURS);
    double[] q = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    DynamicsReport a = ask(ours, q);
    DynamicsReport b =
        new DynamicsQuery(published, Optional.of("gen3_end_effector_link"), q, NONE, NONE).answer();
    for (int k = 0; k < 3; k++) {
      assertThat(a.flangePosition().get(k))
          .isCloseTo(b.flangePosition().get(k), within(2e-5)); // the file's turns are rounded
    }
  }

  @Test
  void impossibleStatesAreRefusedWithTheJointsName() {
    UrdfRobot robot = Robots.read(Robots.OURS);
    refuses(robot, first(6), "6 numbers", "joint_7");
    refuses(robot, first(7, 0, Double.NaN), "joint_2", "NaN");
    refuses(robot, first(7, 0, 99), "joint_2", "99", "2.41");
    assertThatThrownBy(() -> new DynamicsQuery(robot, Optional.of("hand"), first(7), NONE, NONE))
        .isInstanceOf(StropException.class)
        .hasMessageContainingAll("hand", "bracelet_link");
    assertThatThrownBy(() -> new DynamicsQuery(robot, Optional.empty(), first(7), first(3), NONE))
        .isInstanceOf(StropException.class)
        .hasMessageContainingAll("--qd", "3", "7");
  }

  private static void refuses(UrdfRobot robot, double[] q, String... words) {
    assertThatThrownBy(() -> ask(robot, q))
        .isInstanceOf(StropException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void aLittlePastALimitIsRemarkedAndComputed() {
    DynamicsQuery query =
        new DynamicsQuery(
            Robots.read(Robots.OURS), Optional.empty(), first(7, 0, 2.5), first(7, 9), NONE);
    assertThat(query.remarks()).hasSize(2);
    assertThat(query.answer().gravity()).hasSize(7).allMatch(Double::isFinite);
  }
}
