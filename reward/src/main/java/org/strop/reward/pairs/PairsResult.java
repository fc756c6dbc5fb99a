package org.strop.reward.pairs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.strop.reward.calibrate.CrossCalibration;
import org.strop.reward.ceiling.HumanCeiling;
import org.strop.reward.metrics.Interval;
import org.strop.reward.metrics.Proportion;

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
 * @param calibrations of each repeat, before and after temperatures of the other folds
 * @param ceiling the best accuracy that any model could reach; empty where no pair comes twice
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
    List<Double> accuracies,
    List<CrossCalibration> calibrations,
    Optional<HumanCeiling> ceiling) {
  /** Copies the lists. */
  public PairsResult {
    accuracies = List.copyOf(accuracies);
    calibrations = List.copyOf(calibrations);
  }

  private double mean(ToDoubleFunction<CrossCalibration> figure) {
    return calibrations.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  /** Returns the calibration error at temperatures fitted on other folds. */
  public double eceCalibrated() {
    return mean(c -> c.after().expectedError());
  }

  /** Returns a warning where the accuracy is above the human ceiling. */
  public Optional<String> warning() {
    return ceiling.flatMap(c -> c.warning(new Proportion(accuracy * n, n)));
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
    map.put(
        "ece_ci",
        List.of(mean(c -> c.beforeInterval().low()), mean(c -> c.beforeInterval().high())));
    map.put("ece_calibrated", eceCalibrated());
    map.put(
        "ece_calibrated_ci",
        List.of(mean(c -> c.afterInterval().low()), mean(c -> c.afterInterval().high())));
    map.put("ece_if_perfect", mean(CrossCalibration::perfect));
    map.put("log_loss_calibrated", mean(c -> c.after().logLoss()));
    map.put("temperature", mean(CrossCalibration::temperature));
    map.put("ceiling", ceiling.map(HumanCeiling::toMap).orElse(null));
    return map;
  }
}
