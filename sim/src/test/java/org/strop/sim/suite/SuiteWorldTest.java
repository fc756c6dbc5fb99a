package org.strop.sim.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.strop.configs.StropException;
import org.strop.sim.suite.act.RandomActions;
import org.strop.sim.suite.act.ScriptedExpert;
import org.strop.sim.suite.world.SuiteWorld;

class SuiteWorldTest {
  static List<String> tasks() {
    return Suite.names();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void equalSeedsGiveEqualEpisodesAndOthersDoNot(String task) {
    SuiteWorld a = Suite.world(task);
    SuiteWorld b = Suite.world(task);
    Suite.episode(a, new RandomActions(), 3); // what was before leaves no trace
    assertThat(Suite.episode(a, new ScriptedExpert(), 7))
        .isEqualTo(Suite.episode(b, new ScriptedExpert(), 7));
    assertThat(Suite.state(a)).isEqualTo(Suite.state(b));
    assertThat(Suite.episode(a, new ScriptedExpert(), 8))
        .isNotEqualTo(Suite.episode(b, new ScriptedExpert(), 7));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void whatFollowsARestoredStateIsTheSame(String task) {
    SuiteWorld world = Suite.world(task);
    SuiteWorld other = Suite.world(task);
    other.reset(99);
    world.reset(5);
    ScriptedExpert expert = new ScriptedExpert();
    float[] action = new float[SuiteWorld.ACTIONS];
    for (int i = 0; i < 25; i++) {
      expert.act(world, action);
      world.step(action);
    }
    double[] middle = Suite.state(world);
    double first = Suite.rest(world, expert);
    double[] end = Suite.state(world);
    other.restore(middle);
    assertThat(Suite.state(other)).isEqualTo(middle);
    assertThat(Suite.rest(other, expert)).isEqualTo(first);
    assertThat(Suite.state(other)).isEqualTo(end);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void allStaysFiniteAndRewardsInRangeUnderTheWildestActions(String task) {
    SuiteWorld world = Suite.world(task);
    SplittableRandom random = new SplittableRandom(1);
    float[] action = new float[SuiteWorld.ACTIONS];
    float[] observation = new float[world.observationWidth()];
    for (int episode = 0; episode < 5; episode++) {
      world.reset(episode);
      while (!world.finished()) {
        for (int i = 0; i < action.length; i++) {
          action[i] = random.nextBoolean() ? 1e30f : -1e30f;
        }
        if (world.steps() % 3 == 0) {
          new ScriptedExpert().act(world, action); // brings the hand into contact
        }
        world.step(action);
        world.observe(observation);
        for (float value : observation) {
          assertThat(value).isBetween(-10f, 10f); // m, rad, and per second
        }
        assertThat(world.reward()).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void anActionThatIsNotFiniteIsIgnoredAndCounted() {
    SuiteWorld a = Suite.world("drawer_open");
    SuiteWorld b = Suite.world("drawer_open");
    a.reset(1);
    b.reset(1);
    a.step(new float[] {1, Float.NaN, 0, 0});
    a.step(new float[] {Float.POSITIVE_INFINITY, 0, 0, 0});
    b.step(new float[4]);
    b.step(new float[4]);
    assertThat(a.ignoredActions()).isEqualTo(2);
    assertThat(b.ignoredActions()).isZero();
    assertThat(Suite.state(a)).isEqualTo(Suite.state(b));
  }

  @Test
  void anActionOfAnotherWidthIsRefusedInWords() {
    assertThatThrownBy(() -> Suite.world("drawer_open").step(new float[3]))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("has 3 entries, but must have 4: dx, dy, dz, grip")
        .hasMessageContaining("drawer_open");
  }

  @Test
  void anUnknownTaskIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> Suite.TASKS.load("draw_open"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("there is no task draw_open")
        .hasMessageContaining("did you mean drawer_open?");
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyColumnIsNamedAndTheNameIsTheFiles(String task) {
    SuiteWorld world = Suite.world(task);
    assertThat(world.task().name()).isEqualTo(task);
    assertThat(world.task().state().width()).isEqualTo(world.observationWidth());
    assertThat(world.task().state().names()).doesNotHaveDuplicates();
  }
}
