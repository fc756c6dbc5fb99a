package org.strop.reward.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.strop.reward.likelihood.PreferenceKind;

/**
 * One model for one operator on one task.
 *
 * @param operator who answered; {@code all} for everyone together
 * @param task what was done
 * @param model for example {@code regret+side_bias}
 * @param kind what it compares
 * @param labels how many there are
 * @param logLikelihood mean over held-out labels, nats a label; −0.693 says nothing
 * @param difference to the chosen model, at most 0 unless the choice was overridden; for the chosen
 *     one, to the best model of another kind
 * @param standardError of that difference, paired by label, groups of dependent labels as one; NaN
 *     with a single group
 * @param gain log-likelihood over that of plain partial return, nats a label
 * @param gainError its standard error, paired in the same way; NaN for partial return itself
 * @param chosen whether it is the one
 */
public record ComparisonRow(
    String operator,
    String task,
    String model,
    PreferenceKind kind,
    int labels,
    double logLikelihood,
    double difference,
    double standardError,
    double gain,
    double gainError,
    boolean chosen) {
  /** Returns the keys of {@code reward compare --json}. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("operator", operator);
    map.put("task", task);
    map.put("model", model);
    map.put("cv_log_likelihood", logLikelihood);
    map.put("standard_error", Double.isFinite(standardError) ? standardError : null);
    map.put("chosen", chosen);
    return map;
  }
}
