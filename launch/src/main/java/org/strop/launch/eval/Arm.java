package org.strop.launch.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.strop.reward.metrics.Proportion;

/**
 * What one policy did.
 *
 * @param name for example {@code base}
 * @param episodes in order of their seeds, at least one
 */
public record Arm(String name, List<EpisodeOutcome> episodes) {
  /** Copies the list. */
  public Arm {
    episodes = List.copyOf(episodes);
    if (episodes.isEmpty()) {
      throw new IllegalArgumentException(name + " has no episode");
    }
  }

  /** Returns the arms' episodes under one name; arms must not be empty. */
  public static Arm pooled(String name, List<Arm> arms) {
    List<EpisodeOutcome> all = new ArrayList<>();
    arms.forEach(arm -> all.addAll(arm.episodes()));
    return new Arm(name, all);
  }

  /** Returns the share of successes. */
  public Proportion success() {
    return new Proportion(
        episodes.stream().filter(EpisodeOutcome::success).count(), episodes.size());
  }

  /** Returns each episode's quality, in order. */
  public double[] quality() {
    return episodes.stream().mapToDouble(EpisodeOutcome::quality).toArray();
  }

  /** Returns the mean quality. */
  public double meanQuality() {
    return java.util.Arrays.stream(quality()).average().orElseThrow();
  }

  /** Returns the mean of each task metric over the episodes in which it is finite. */
  public Map<String, Double> meanMetrics() {
    Map<String, Double> means = new TreeMap<>();
    for (String name : episodes.get(0).metrics().keySet()) {
      means.put(
          name,
          episodes.stream()
              .mapToDouble(e -> e.metrics().getOrDefault(name, Double.NaN))
              .filter(Double::isFinite)
              .average()
              .orElse(Double.NaN));
    }
    return means;
  }
}
