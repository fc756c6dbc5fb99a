package org.strop.policy.iql;

import java.util.Arrays;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.actor.Steps;

/**
 * Recorded steps with a reward each, for offline reinforcement learning.
 *
 * @param steps N
 * @param rewards of the steps, finite, length N; copied
 * @param terminal per step: whether the task ended with it, so that nothing is to come; copied
 */
@SuppressWarnings("ArrayRecordComponent") // one per fit, never compared
public record Transitions(Steps steps, float[] rewards, boolean[] terminal) {
  /**
   * Checks and copies.
   *
   * @throws StropException {@code COMPUTATION} if a reward is not finite
   */
  public Transitions {
    if (rewards.length != steps.size() || terminal.length != steps.size()) {
      throw new IllegalArgumentException(
          steps.size() + " steps, " + rewards.length + " rewards, " + terminal.length + " ends");
    }
    rewards = rewards.clone();
    terminal = terminal.clone();
    for (int i = 0; i < rewards.length; i++) {
      if (!Float.isFinite(rewards[i])) {
        throw new StropException(
            ErrorCode.COMPUTATION,
            "the reward of a step is " + rewards[i],
            "step " + i,
            "look at the reward model's training; a reward must be a number");
      }
    }
  }

  /** Returns per step the row that follows it; the step's own where none does. */
  int[] successors() {
    int[] next = new int[rewards.length];
    Arrays.setAll(next, i -> i + 1);
    for (int end : steps.episodeEnds()) {
      next[end - 1] = end - 1;
    }
    return next;
  }

  /**
   * Returns the rewards in units of their standard deviation; constant ones are left as they are.
   */
  float[] scaledRewards() {
    double mean = 0;
    for (float r : rewards) {
      mean += (double) r / rewards.length;
    }
    double variance = 0;
    for (float r : rewards) {
      variance += (r - mean) * (r - mean) / rewards.length;
    }
    double scale = variance > 1e-12 * mean * mean && variance > 0 ? Math.sqrt(variance) : 1;
    float[] scaled = new float[rewards.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (rewards[i] / scale);
    }
    return scaled;
  }
}
