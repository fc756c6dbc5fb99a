package org.strop.reward.ceiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.bridge.trajectory.SegmentRef;

/**
 * The best that any model could do on people's scores, from segments that were scored more than
 * once: intraclass correlation by one-way analysis of variance (Shrout and Fleiss 1979, ICC(1,1),
 * unequal group sizes).
 *
 * @param segments scored at least twice
 * @param answers about them
 * @param reliability ICC, at most 1; share of a score's variance that is the segment's
 * @param correlation √reliability, the largest correlation with single scores; 0 where that is
 *     negative
 */
public record ScoreCeiling(int segments, int answers, double reliability, double correlation) {
  /**
   * Returns the ceiling; empty with fewer than two repeated segments, or if all scores are equal.
   */
  public static Optional<ScoreCeiling> of(List<ScoreLabel> scores) {
    Map<SegmentRef, List<Integer>> bySegment = new HashMap<>();
    scores.forEach(
        s -> bySegment.computeIfAbsent(s.segment(), x -> new ArrayList<>()).add(s.score()));
    List<List<Integer>> repeated =
        bySegment.values().stream().filter(values -> values.size() > 1).toList();
    int n = repeated.stream().mapToInt(List::size).sum();
    int k = repeated.size();
    if (k < 2) {
      return Optional.empty();
    }
    double grand = repeated.stream().flatMap(List::stream).mapToInt(x -> x).average().orElse(0);
    double between = 0;
    double within = 0;
    double squares = 0;
    for (List<Integer> values : repeated) {
      double mean = values.stream().mapToInt(x -> x).average().orElse(0);
      between += values.size() * (mean - grand) * (mean - grand) / (k - 1);
      within += values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / (n - k);
      squares += (double) values.size() * values.size();
    }
    double size = (n - squares / n) / (k - 1);
    double total = between + (size - 1) * within;
    if (total == 0) {
      return Optional.empty();
    }
    double icc = (between - within) / total;
    return Optional.of(new ScoreCeiling(k, n, icc, Math.sqrt(Math.max(0, icc))));
  }

  /** Returns everything by name, ready for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("correlation", correlation);
    map.put("reliability", reliability);
    map.put("segments", segments);
    map.put("answers", answers);
    return map;
  }
}
