package org.strop.sim.suite;

import org.strop.sim.suite.act.ScriptedExpert;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.world.SuiteWorld;

/**
 * Value of a state under the scripted expert: V(s) = Σ γᵏ r over the steps that follow, up to the
 * horizon, and Q(s, a) = r + γ V(s′). World and expert are deterministic and the expert has no
 * memory, so one rollout is the exact value, and V(s) − Q(s, a) the regret of an action against the
 * expert (METHODS 2 and 3; the expert is good, not optimal, so a regret may be a little below 0).
 *
 * <p>Works in a world of its own: the caller's is not touched. Not thread-safe.
 */
public final class ExpertValue {
  private final SuiteWorld world;
  private final ScriptedExpert expert = new ScriptedExpert();
  private final float[] action = new float[SuiteWorld.ACTIONS];
  private final double gamma;
  private final int maxSteps;

  /**
   * Creates an estimator.
   *
   * @param gamma discount, in (0, 1]
   * @param maxSteps steps to look ahead at most; the horizon ends a rollout in any case
   */
  public ExpertValue(SuiteTask task, double gamma, int maxSteps) {
    world = new SuiteWorld(task);
    this.gamma = gamma;
    this.maxSteps = maxSteps;
  }

  /**
   * Returns V(s).
   *
   * @param state as {@link SuiteWorld#save} wrote it; not modified
   */
  public double of(double[] state) {
    world.restore(state);
    return rest(maxSteps);
  }

  /**
   * Returns Q(s, a): the action first, then the expert; looks as far ahead as {@link #of}.
   *
   * @param state as {@link SuiteWorld#save} wrote it; not modified
   * @param first the action, length 4; not modified
   */
  public double of(double[] state, float[] first) {
    world.restore(state);
    if (world.finished()) {
      return 0;
    }
    world.step(first);
    return world.reward() + gamma * rest(maxSteps - 1);
  }

  private double rest(int steps) {
    double sum = 0;
    double weight = 1;
    for (int k = 0; k < steps && !world.finished(); k++) {
      expert.act(world, action);
      world.step(action);
      sum += weight * world.reward();
      weight *= gamma;
    }
    return sum;
  }
}
