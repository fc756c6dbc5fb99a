package org.strop.sim.rollout;

import java.util.ArrayList;
import java.util.List;
import org.strop.sim.task.TaskConfig;

/**
 * One episode to run.
 *
 * @param episodeId id of its trajectory
 * @param produce a kind, or {@code mixed}
 * @param seed of the produce, the start and the sensor: equal seeds meet equal situations
 * @param variant tells attempts at the same situation apart: seeds exploration and the policy
 */
public record EpisodeSpec(String episodeId, String produce, long seed, long variant) {
  /**
   * Returns n episodes of mixed produce.
   *
   * @param prefix of the ids; the seed follows, as in {@code base-1007}
   * @param seed of the first; they count up by one
   */
  public static List<EpisodeSpec> series(String prefix, int n, long seed) {
    return series(prefix, TaskConfig.MIXED, n, seed);
  }

  /** Returns n episodes of a kind, or of mixed produce; otherwise as above. */
  public static List<EpisodeSpec> series(String prefix, String produce, int n, long seed) {
    List<EpisodeSpec> all = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      all.add(new EpisodeSpec(prefix + "-" + (seed + i), produce, seed + i, 0));
    }
    return all;
  }
}
