package org.strop.launch.study;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One fit.
 *
 * @param operator who answered
 * @param config the configuration's name
 * @param freshTau Kendall's tau-b of mean reward and hidden utility on fresh attempts
 * @param accuracy of held-out choices
 * @param logLoss of held-out choices, nats
 * @param ece of held-out choices
 * @param seconds of the fit, wall time; told to people only
 */
public record StudyRow(
    String operator,
    long seed,
    String config,
    double freshTau,
    double accuracy,
    double logLoss,
    double ece,
    double seconds) {

  /** Returns everything but the time, which differs from run to run. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("operator", operator);
    map.put("seed", seed);
    map.put("config", config);
    map.put("fresh_tau", freshTau);
    map.put("accuracy", accuracy);
    map.put("log_loss", logLoss);
    map.put("ece", ece);
    return map;
  }
}
