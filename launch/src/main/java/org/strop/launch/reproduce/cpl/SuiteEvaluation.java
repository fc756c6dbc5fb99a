package org.strop.launch.reproduce.cpl;

import java.util.stream.IntStream;
import org.strop.policy.actor.ActorPolicy;
import org.strop.policy.nn.Seeds;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.world.SuiteWorld;

/** Rolls an actor out in many worlds in step, so that each step is one pass of the network. */
final class SuiteEvaluation {
  private final SuiteWorld[] worlds;
  private final long seed;

  /**
   * What the episodes showed.
   *
   * @param successes episodes that solved the task at some step
   * @param meanReturn mean sum of rewards
   */
  record Outcome(int successes, double meanReturn) {}

  SuiteEvaluation(SuiteTask task, int episodes, long seed) {
    this.worlds =
        IntStream.range(0, episodes).mapToObj(i -> new SuiteWorld(task)).toArray(SuiteWorld[]::new);
    this.seed = seed;
  }

  /** Returns how the actor does; the same episodes each time. */
  Outcome of(ActorPolicy policy) {
    for (int i = 0; i < worlds.length; i++) {
      worlds[i].reset(Seeds.stream(seed, "cpl.evaluation", i).nextLong());
    }
    double total = 0;
    while (!worlds[0].finished()) {
      total += step(policy.act(observations()));
    }
    int successes = 0;
    for (SuiteWorld world : worlds) {
      successes += world.succeeded() ? 1 : 0;
    }
    return new Outcome(successes, total / worlds.length);
  }

  private float[] observations() {
    int width = worlds[0].observationWidth();
    float[] all = new float[worlds.length * width];
    float[] one = new float[width];
    for (int i = 0; i < worlds.length; i++) {
      worlds[i].observe(one);
      System.arraycopy(one, 0, all, i * width, width);
    }
    return all;
  }

  private double step(float[] actions) {
    float[] one = new float[SuiteWorld.ACTIONS];
    double sum = 0;
    for (int i = 0; i < worlds.length; i++) {
      System.arraycopy(actions, i * one.length, one, 0, one.length);
      worlds[i].step(one);
      sum += worlds[i].reward();
    }
    return sum;
  }
}
