package org.strop.launch.reproduce.cpl;

import org.strop.sim.suite.act.ScriptedExpert;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.world.SuiteWorld;

/**
 * V_H(s) of the expert: the sum of rewards that it earns in H steps from a restored state, also
 * past the end of the recorded episode. Exact: the simulator is deterministic and the expert has no
 * memory.
 */
final class ExpertValue {
  private final SuiteWorld world;
  private final ScriptedExpert expert = new ScriptedExpert();
  private final float[] action = new float[SuiteWorld.ACTIONS];

  ExpertValue(SuiteTask task) {
    world = new SuiteWorld(task);
  }

  /** Returns the H that is enough to solve the task from anywhere: an episode's. */
  int horizon() {
    return world.task().horizon();
  }

  /** Returns V_H of a saved state. */
  double of(double[] state, int steps) {
    world.restore(state);
    double sum = 0;
    for (int t = 0; t < steps; t++) {
      expert.act(world, action);
      world.step(action);
      sum += world.reward();
    }
    return sum;
  }
}
