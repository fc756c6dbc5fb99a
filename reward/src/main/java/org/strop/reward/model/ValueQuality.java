package org.strop.reward.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.strop.reward.metrics.KendallTau;

/**
 * How well values in [0, 1] are predicted.
 *
 * @param n labels, at least 1
 * @param meanAbsoluteError of the predictions
 * @param constantError the same for always predicting the mean label
 * @param kendallTau rank correlation tau-b; NaN where labels or predictions are all equal
 */
public record ValueQuality(
    int n, double meanAbsoluteError, double constantError, double kendallTau) {

  static Optional<ValueQuality> of(double[] predictions, double[] labels) {
    if (labels.length == 0) {
      return Optional.empty();
    }
    double mean = Arrays.stream(labels).average().orElse(0);
    double error =
        IntStream.range(0, labels.length)
            .mapToDouble(i -> Math.abs(predictions[i] - labels[i]))
            .average()
            .orElse(0);
    double constant = Arrays.stream(labels).map(y -> Math.abs(y - mean)).average().orElse(0);
    return Optional.of(
        new ValueQuality(labels.length, error, constant, KendallTau.tauB(predictions, labels)));
  }

  /** Returns everything by name, ready for JSON; NaN is null. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", n);
    map.put("mean_absolute_error", meanAbsoluteError);
    map.put("constant_error", constantError);
    map.put("kendall_tau", Double.isNaN(kendallTau) ? null : kendallTau);
    return map;
  }
}
