package org.strop.launch.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.launch.report.Series;
import org.strop.policy.port.RewardSignal.StepRewards;
import org.strop.reward.composite.Contributions;
import org.strop.reward.model.RewardModel;

/**
 * What a reward says of one attempt, and what each part adds, step by step.
 *
 * @param rateHz steps a second
 */
public record Explanation(double rateHz, StepRewards rewards, Contributions contributions) {

  /** Asks a reward about an attempt. */
  public static Explanation of(RewardModel model, Trajectory trajectory) {
    return new Explanation(
        trajectory.info().rateHz(), model.score(trajectory), model.contributions(trajectory));
  }

  private int steps() {
    return rewards.mean().length;
  }

  /** Returns everything by name, ready for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("steps", steps());
    map.put("seconds", seconds());
    map.put("reward", rewards.mean());
    map.put("standard_deviation", rewards.standardDeviation());
    map.put("pre_squash", contributions.preSquash());
    map.put("contributions", contributions.parts());
    return map;
  }

  private double[] seconds() {
    double[] seconds = new double[steps()];
    for (int t = 0; t < seconds.length; t++) {
      seconds[t] = t / rateHz;
    }
    return seconds;
  }

  /** Returns a table for people: each second's means, one column per part. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("second  reward  ± spread");
    contributions
        .parts()
        .keySet()
        .forEach(name -> head.append(String.format(Locale.ROOT, "  %6s", name)));
    lines.add(head.toString());
    int each = (int) Math.max(1, Math.round(rateHz));
    for (int from = 0; from < steps(); from += each) {
      lines.add(row(from, Math.min(steps(), from + each)));
    }
    return lines;
  }

  private String row(int from, int to) {
    StringBuilder row = new StringBuilder();
    row.append(
        String.format(
            Locale.ROOT,
            "%6.1f  %6.3f  %8.3f",
            from / rateHz,
            mean(rewards.mean(), from, to),
            mean(rewards.standardDeviation(), from, to)));
    contributions
        .parts()
        .forEach(
            (name, values) -> {
              String format = "  %+" + Math.max(6, name.length()) + ".3f";
              row.append(String.format(Locale.ROOT, format, mean(values, from, to)));
            });
    return row.toString();
  }

  private static double mean(float[] values, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += values[t];
    }
    return sum / (to - from);
  }

  /** Returns each part's contribution over time, s, and their sum. */
  public List<Series> lines() {
    List<Series> lines = new ArrayList<>();
    contributions.parts().forEach((name, values) -> lines.add(line(name, values)));
    lines.add(line("sum", contributions.preSquash()));
    return lines;
  }

  private Series line(String name, float[] values) {
    List<Series.Point> points = new ArrayList<>();
    for (int t = 0; t < values.length; t++) {
      points.add(new Series.Point(t / rateHz, values[t]));
    }
    return Series.line(name, points);
  }
}
