package org.strop.sim.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.strop.sim.suite.act.RandomActions;
import org.strop.sim.suite.act.ScriptedExpert;
import org.strop.sim.suite.world.SuiteWorld;

class ExpertValueTest {
  static List<String> tasks() {
    return Suite.names();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void valueOfTheStartIsTheExpertsReturn(String task) {
    SuiteWorld world = Suite.world(task);
    ExpertValue value = new ExpertValue(world.task(), 1, Integer.MAX_VALUE);
    world.reset(3);
    double start = value.of(Suite.state(world));
    assertThat(Suite.episode(world, new ScriptedExpert(), 3)).isEqualTo(start);
    assertThat(value.of(Suite.state(world))).as("at the horizon").isZero();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theExpertsOwnActionHasNoRegretAndRandomOnesDo(String task) {
    SuiteWorld world = Suite.world(task);
    ExpertValue value = new ExpertValue(world.task(), 0.99, Integer.MAX_VALUE);
    ScriptedExpert expert = new ScriptedExpert();
    RandomActions random = new RandomActions();
    random.start(1);
    world.reset(11);
    float[] action = new float[SuiteWorld.ACTIONS];
    double regret = 0;
    for (int t = 0; t < 30; t++) {
      double[] state = Suite.state(world);
      double v = value.of(state);
      expert.act(world, action);
      assertThat(value.of(state, action)).isCloseTo(v, within(1e-9));
      random.act(world, action);
      regret += v - value.of(state, action);
      assertThat(Suite.state(world)).as("the caller's world").isEqualTo(state);
      expert.act(world, action);
      world.step(action);
    }
    assertThat(regret / 30).isGreaterThan(0.1);
  }
}
