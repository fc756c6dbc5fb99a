package org.strop.launch.rollout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.strop.reward.metrics.Interval;
import org.strop.reward.metrics.Proportion;

/**
 * What a policy did in a task; the keys of {@code sim rollout --json}.
 *
 * @param task name
 * @param policy name
 * @param episodes how many
 * @param success share of them that succeeded
 * @param ci Wilson 95 % interval of it: low, high
 * @param meanReturn mean sum of rewards of an episode, undiscounted
 * @param metrics mean of each of the task's metrics over the episodes in which it is finite; NaN
 *     where it is in none
 * @param stepsPerS control steps simulated per second of wall time, all threads together
 */
public record RolloutResult(
    String task,
    String policy,
    int episodes,
    double success,
    List<Double> ci,
    double meanReturn,
    Map<String, Double> metrics,
    double stepsPerS) {
  /**
   * Sums episodes up.
   *
   * @param outcomes at least one
   * @param seconds wall time that they took
   */
  static RolloutResult of(String task, String policy, List<Outcome> outcomes, double seconds) {
    long successes = outcomes.stream().filter(Outcome::success).count();
    Proportion share = new Proportion(successes, outcomes.size());
    Interval ci = share.wilson();
    long steps = outcomes.stream().mapToLong(Outcome::steps).sum();
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (String name : outcomes.get(0).metrics().keySet()) {
      metrics.put(name, mean(outcomes, o -> o.metrics().getOrDefault(name, Double.NaN)));
    }
    return new RolloutResult(
        task,
        policy,
        outcomes.size(),
        share.value(),
        List.of(ci.low(), ci.high()),
        mean(outcomes, Outcome::sumOfRewards),
        metrics,
        steps / Math.max(1e-9, seconds));
  }

  private static double mean(List<Outcome> outcomes, Function<Outcome, Double> value) {
    return outcomes.stream()
        .mapToDouble(value::apply)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * One episode, of any task.
   *
   * @param success whether it succeeded
   * @param sumOfRewards undiscounted
   * @param steps control steps
   * @param metrics by name; NaN where an episode has none
   */
  record Outcome(boolean success, double sumOfRewards, int steps, Map<String, Double> metrics) {}
}
