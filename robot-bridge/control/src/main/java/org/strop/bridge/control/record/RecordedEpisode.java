package org.strop.bridge.control.record;

import java.util.List;
import org.strop.bridge.trajectory.Trajectory;

/**
 * One episode as recorded.
 *
 * @param id as the robot calls it
 * @param outcome word of the robot for how it ended
 * @param trajectories its covered parts in order, aligned to the policy's rate: one, unless a gap
 *     split it (then {@code <id>.1}, {@code <id>.2}, ... with the attribute {@code split_reason})
 * @param topics how each topic came in
 */
public record RecordedEpisode(
    String id, String outcome, List<Trajectory> trajectories, List<TopicReport> topics) {
  /** Copies the lists. */
  public RecordedEpisode {
    trajectories = List.copyOf(trajectories);
    topics = List.copyOf(topics);
  }

  /** Returns whether gaps split the episode, or left nothing of it. */
  public boolean isSplit() {
    return trajectories.size() != 1;
  }
}
