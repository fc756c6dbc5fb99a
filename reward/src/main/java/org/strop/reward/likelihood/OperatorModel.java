package org.strop.reward.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of how one operator answers: choices, scores and orders, each by its own model
 * over the same utilities. θ is the models' parameters one after the other.
 */
public final class OperatorModel implements PreferenceModel {
  private final List<PreferenceModel> models;
  private final int[] from;

  /**
   * @param models each kind of answer goes to the first that accepts it
   */
  public OperatorModel(List<PreferenceModel> models) {
    this.models = List.copyOf(models);
    this.from = new int[models.size() + 1];
    for (int m = 0; m < models.size(); m++) {
      from[m + 1] = from[m] + models.get(m).parameters().size();
    }
  }

  @Override
  public List<String> parameters() {
    List<String> names = new ArrayList<>();
    models.forEach(m -> names.addAll(m.parameters()));
    return names;
  }

  @Override
  public double[] initial() {
    return models.stream().flatMapToDouble(m -> Arrays.stream(m.initial())).toArray();
  }

  @Override
  public boolean accepts(Answer answer) {
    return models.stream().anyMatch(m -> m.accepts(answer));
  }

  @Override
  public double logLikelihood(
      Answer answer, double[] utilities, double[] theta, double[] dUtilities, double[] dTheta) {
    for (int m = 0; m < models.size(); m++) {
      if (models.get(m).accepts(answer)) {
        double[] own = new double[from[m + 1] - from[m]];
        double value =
            models.get(m).logLikelihood(answer, utilities, part(theta, m), dUtilities, own);
        addTo(dTheta, from[m], own);
        return value;
      }
    }
    throw new IllegalArgumentException("no model of this operator for " + answer);
  }

  @Override
  public double logPrior(double[] theta, double[] dTheta) {
    double sum = 0;
    for (int m = 0; m < models.size(); m++) {
      double[] own = new double[from[m + 1] - from[m]];
      sum += models.get(m).logPrior(part(theta, m), own);
      addTo(dTheta, from[m], own);
    }
    return sum;
  }

  @Override
  public Map<String, Double> describe(double[] theta) {
    Map<String, Double> all = new LinkedHashMap<>();
    for (int m = 0; m < models.size(); m++) {
      all.putAll(models.get(m).describe(part(theta, m)));
    }
    return all;
  }

  private double[] part(double[] theta, int m) {
    return Arrays.copyOfRange(theta, from[m], from[m + 1]);
  }

  private static void addTo(double[] target, int from, double[] values) {
    for (int i = 0; i < values.length; i++) {
      target[from + i] += values[i];
    }
  }
}
