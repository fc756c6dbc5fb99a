package org.strop.sim.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of one episode.
 *
 * @param seed of the world
 * @param success whether the condition held for long enough at some step
 * @param sumOfRewards over all steps, undiscounted
 * @param steps taken
 * @param stepsToSuccess after how many of them it was solved; NaN if never
 * @param finalProgress share of the way to the goal gone at the end, in [0, 1]
 * @param pathM length of the hand's way, m
 * @param ignoredActions actions that were not finite
 */
public record SuiteOutcome(
    long seed,
    boolean success,
    double sumOfRewards,
    int steps,
    double stepsToSuccess,
    double finalProgress,
    double pathM,
    long ignoredActions) {
  /**
   * Returns the metrics by the names used in reports and {@code --json}; NaN where there is none.
   */
  public Map<String, Double> metrics() {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("final_progress", finalProgress);
    map.put("steps_to_success", stepsToSuccess);
    map.put("hand_path_m", pathM);
    map.put("ignored_actions", (double) ignoredActions);
    return map;
  }
}
