package org.strop.policy.port;

import org.strop.bridge.trajectory.Trajectory;

/** Per-step reward of trajectories, as fine-tuning sees it. */
public interface RewardSignal {
  /**
   * Returns the reward of each step.
   *
   * @param trajectory with the channels that the reward was trained on
   * @return T means and T standard deviations
   */
  StepRewards score(Trajectory trajectory);

  /**
   * Rewards of T steps.
   *
   * @param mean length T, in [0, 1]; owned by the record, not copied
   * @param standardDeviation length T, spread over the ensemble, at least 0; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // a short-lived result, never compared
  record StepRewards(float[] mean, float[] standardDeviation) {}
}
