package org.strop.reward.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a composite reward is made up.
 *
 * @param shares mean size of each part's contribution per step over the training data, as a share
 *     of all parts'; they sum to 1
 * @param curves what each metric adds at some of its values
 * @param concepts held-out quality of the predicted metrics on pieces, in standard deviations
 * @param operators fitted parameters by operator, in natural units
 */
public record CompositeReport(
    Map<String, Double> shares,
    Map<String, List<CurveValue>> curves,
    Map<String, ValueQuality> concepts,
    Map<String, Map<String, Double>> operators) {
  /** Copies the maps, keeping their order. */
  public CompositeReport {
    shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    curves = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(curves));
    concepts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(concepts));
    operators = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(operators));
  }

  /**
   * A point of a metric's curve.
   *
   * @param metric in its own unit
   * @param contribution to the pre-squash; 0 is the training data's mean
   */
  public record CurveValue(double metric, double contribution) {}

  /** Returns everything by name, ready for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("shares", shares);
    Map<String, Object> lines = new LinkedHashMap<>();
    curves.forEach(
        (name, curve) -> {
          List<Map<String, Double>> points = new ArrayList<>();
          curve.forEach(
              p -> points.add(Map.of("metric", p.metric(), "contribution", p.contribution())));
          lines.put(name, points);
        });
    map.put("curves", lines);
    Map<String, Object> qualities = new LinkedHashMap<>();
    concepts.forEach((name, quality) -> qualities.put(name, quality.toMap()));
    map.put("concepts", qualities);
    map.put("operators", operators);
    return map;
  }
}
