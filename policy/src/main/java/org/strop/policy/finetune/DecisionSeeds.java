package org.strop.policy.finetune;

import org.strop.bridge.trajectory.Trajectory;
import org.strop.policy.nn.Seeds;

/** Seeds of the decisions that made a trajectory, so that the base's own samples can be redone. */
@FunctionalInterface
public interface DecisionSeeds {
  /**
   * Returns the seed of one decision.
   *
   * @param decision counted from 0; decision k starts at step k · Ta
   */
  long seed(Trajectory trajectory, int decision);

  /** Returns seeds for trajectories that the base did not make: any, but always the same. */
  static DecisionSeeds unrelated() {
    return (trajectory, decision) ->
        Seeds.stream(trajectory.info().seed(), trajectory.info().episodeId(), decision).nextLong();
  }
}
