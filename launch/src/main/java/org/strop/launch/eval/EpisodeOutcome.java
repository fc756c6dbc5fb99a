package org.strop.launch.eval;

import java.util.Map;
import java.util.TreeMap;

/**
 * How one rollout went.
 *
 * @param seed of the instance and all noise; arms are paired by it
 * @param success as the task's configuration defines it
 * @param quality the operator's hidden utility; higher is better
 * @param metrics task metrics by name, units in the names
 */
public record EpisodeOutcome(
    long seed, boolean success, double quality, Map<String, Double> metrics) {
  /** Copies the map. */
  public EpisodeOutcome {
    metrics = java.util.Collections.unmodifiableMap(new TreeMap<>(metrics));
  }
}
