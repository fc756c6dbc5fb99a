package org.strop.sim.suite;

import java.nio.file.Path;
import java.util.List;
import org.strop.sim.suite.act.SuitePolicy;
import org.strop.sim.suite.task.SuiteTasks;
import org.strop.sim.suite.world.SuiteWorld;

/** The suite as it ships, for tests. */
final class Suite {
  static final SuiteTasks TASKS =
      SuiteTasks.in(Path.of(System.getProperty("strop.root"), "configs/tasks/suite"));

  private Suite() {}

  static List<String> names() {
    return TASKS.names();
  }

  static SuiteWorld world(String name) {
    return new SuiteWorld(TASKS.load(name));
  }

  /** Runs one episode; returns the sum of rewards. */
  static double episode(SuiteWorld world, SuitePolicy policy, long seed) {
    world.reset(seed);
    policy.start(seed);
    return rest(world, policy);
  }

  /** Runs from where the world is to the horizon. */
  static double rest(SuiteWorld world, SuitePolicy policy) {
    float[] action = new float[SuiteWorld.ACTIONS];
    double sum = 0;
    while (!world.finished()) {
      policy.act(world, action);
      world.step(action);
      sum += world.reward();
    }
    return sum;
  }

  static double[] state(SuiteWorld world) {
    double[] state = new double[world.stateWidth()];
    world.save(state);
    return state;
  }
}
