package org.strop.reward.pairs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strop.reward.metrics.Interval;

/**
 * Held-out accuracy on people's choices: every label is predicted once per repeat by an ensemble
 * that never saw it. Figures are means over repeats; all but {@code accuracyTiesHalf} are on
 * decisive labels.
 *
 * @param n decisive labels
 * @param folds of the cross-validation
 * @param accuracy share of decisive labels predicted right
 * @param ci Wilson interval at 95 % of the accuracy at n labels: repeats do not make it narrower
 * @param majority what always answering with the commoner side gives
 * @param ties labels that are ties; they train as soft labels
 * @param ece expected calibration error; biased upward at small n
 * @param accuracyTiesHalf on all labels, each tie half right
 * @param logLoss nats a label; 0.693 says nothing
 * @param groups independent groups of pairs that share no recorded step
 * @param accuracies of each repeat
 */
public record PairsResult(
    int n,
    int folds,
    double accuracy,
    Interval ci,
    double majority,
    int ties,
    double ece,
    double accuracyTiesHalf,
    double logLoss,
    int groups,
    List<Double> accuracies) {
  /** Copies the list. */
  public PairsResult {
    accuracies = List.copyOf(accuracies);
  }

  /** Returns everything by name, ready for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", n);
    map.put("folds", folds);
    map.put("accuracy", accuracy);
    map.put("ci", List.of(ci.low(), ci.high()));
    map.put("majority", majority);
    map.put("ties", ties);
    map.put("ece", ece);
    map.put("accuracy_ties_half", accuracyTiesHalf);
    map.put("log_loss", logLoss);
    map.put("groups", groups);
    map.put("accuracies", accuracies);
    return map;
  }
}
