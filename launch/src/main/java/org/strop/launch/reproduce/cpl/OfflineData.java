package org.strop.launch.reproduce.cpl;

import java.util.List;
import org.strop.policy.actor.ActorChannels;
import org.strop.policy.actor.Steps;
import org.strop.policy.nn.Seeds;
import org.strop.sim.suite.act.Quality;
import org.strop.sim.suite.act.SuitePolicy;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.world.SuiteWorld;

/**
 * Recorded episodes of one task, with the simulator's whole state at each step.
 *
 * @param steps E episodes of T steps each, in turn
 * @param rewards true reward of each step, length E·T
 * @param states saved states, [E·(T + 1)]: before each step, and after an episode's last
 * @param length T
 * @param successes episodes that solved the task
 */
@SuppressWarnings("ArrayRecordComponent") // one per task and seed, never compared
record OfflineData(Steps steps, float[] rewards, double[][] states, int length, int successes) {

  /**
   * Records the beginnings of episodes; the k-th has the k-th quality, in turn.
   *
   * @param length T, steps recorded of each
   */
  static OfflineData record(
      SuiteTask task, List<Quality> qualities, int episodes, int length, long seed) {
    return new Recorder(task, episodes, length).record(qualities, seed);
  }

  /** Returns the channels that an actor of a task has. */
  static ActorChannels channels(SuiteTask task) {
    return new ActorChannels(List.of(task.state()), SuiteTask.ACTION, task.rateHz());
  }

  /** Returns the state before a row's step. */
  double[] stateBefore(int row) {
    return states[row + row / length];
  }

  /** Returns the state after a row's step. */
  double[] stateAfter(int row) {
    return states[row + row / length + 1];
  }

  /** Returns the mean return of the episodes. */
  double meanReturn() {
    double sum = 0;
    for (float reward : rewards) {
      sum += reward;
    }
    return sum * length / rewards.length;
  }

  /** The arrays while they are filled. */
  private static final class Recorder {
    private final SuiteWorld world;
    private final int length;
    private final int width;
    private final float[] observations;
    private final float[] actions;
    private final float[] rewards;
    private final double[][] states;
    private final int[] ends;
    private int successes;

    Recorder(SuiteTask task, int episodes, int length) {
      world = new SuiteWorld(task);
      this.length = length;
      width = world.observationWidth();
      observations = new float[episodes * length * width];
      actions = new float[episodes * length * SuiteWorld.ACTIONS];
      rewards = new float[episodes * length];
      states = new double[episodes * (length + 1)][world.stateWidth()];
      ends = new int[episodes];
    }

    OfflineData record(List<Quality> qualities, long seed) {
      for (int e = 0; e < ends.length; e++) {
        SuitePolicy policy = qualities.get(e % qualities.size()).policy();
        episode(e, policy, Seeds.stream(seed, "cpl.episode", e).nextLong());
        ends[e] = (e + 1) * length;
      }
      Steps steps = Steps.of(channels(world.task()), observations, actions, ends);
      return new OfflineData(steps, rewards, states, length, successes);
    }

    private void episode(int e, SuitePolicy policy, long seed) {
      float[] observation = new float[width];
      float[] action = new float[SuiteWorld.ACTIONS];
      world.reset(seed);
      policy.start(seed);
      world.save(states[e * (length + 1)]);
      for (int t = 0; t < length; t++) {
        int row = e * length + t;
        world.observe(observation);
        policy.act(world, action);
        world.step(action);
        System.arraycopy(observation, 0, observations, row * width, width);
        System.arraycopy(action, 0, actions, row * action.length, action.length);
        rewards[row] = (float) world.reward();
        world.save(states[e * (length + 1) + t + 1]);
      }
      successes += world.succeeded() ? 1 : 0;
    }
  }
}
