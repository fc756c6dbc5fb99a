package org.strop.reward.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.reward.metrics.Calibration;
import org.strop.reward.metrics.Interval;
import org.strop.reward.metrics.PreferenceAccuracy;

/**
 * How well choices are predicted. All but {@code accuracyTiesHalf} are on decisive labels.
 *
 * @param n decisive labels, at least 1
 * @param ties labels that are ties
 * @param accuracy share of decisive labels predicted right
 * @param ci its Wilson interval at 95 %, as if the labels were independent
 * @param accuracyTiesHalf the same on all labels, each tie half right
 * @param majority what always answering with the commoner side gives
 * @param ece expected calibration error
 * @param logLoss nats a label; 0.693 says nothing
 * @param bins of the reliability diagram
 */
public record ChoiceQuality(
    int n,
    int ties,
    double accuracy,
    Interval ci,
    double accuracyTiesHalf,
    double majority,
    double ece,
    double logLoss,
    List<Calibration.Bin> bins) {
  /** Copies the list. */
  public ChoiceQuality {
    bins = List.copyOf(bins);
  }

  /**
   * Returns the quality of predictions; empty where no label is decisive.
   *
   * @param probabilities that the second is preferred, length n
   * @param labels length n
   */
  public static Optional<ChoiceQuality> of(double[] probabilities, double[] labels, int binCount) {
    PreferenceAccuracy accuracy = PreferenceAccuracy.of(probabilities, labels);
    if (accuracy.decisiveCount() == 0) {
      return Optional.empty();
    }
    double[] p = new double[accuracy.decisiveCount()];
    double[] y = new double[p.length];
    int at = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == 0 || labels[i] == 1) {
        p[at] = probabilities[i];
        y[at++] = labels[i];
      }
    }
    Calibration calibration = Calibration.of(p, y, binCount);
    return Optional.of(
        new ChoiceQuality(
            accuracy.decisiveCount(),
            accuracy.ties(),
            accuracy.decisive().value(),
            accuracy.decisive().wilson(),
            accuracy.tiesHalf().value(),
            accuracy.majority(),
            calibration.expectedError(),
            calibration.logLoss(),
            calibration.bins()));
  }

  /** Returns everything by name, ready for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", n);
    map.put("ties", ties);
    map.put("accuracy", accuracy);
    map.put("ci", List.of(ci.low(), ci.high()));
    map.put("accuracy_ties_half", accuracyTiesHalf);
    map.put("majority", majority);
    map.put("ece", ece);
    map.put("log_loss", logLoss);
    map.put("bins", bins);
    return map;
  }
}
