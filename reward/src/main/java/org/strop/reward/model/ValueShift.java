package org.strop.reward.model;

import java.util.Optional;

/**
 * What values of states add to a run's mean reward in a member's eyes: α (V(s_T) − V(s_0))/T, with
 * values over all recorded steps, off the engine.
 */
final class ValueShift {
  private final StateValues values;
  private final double[][] moments;
  private final double[] mixtures;

  private ValueShift(StateValues values, double[][] moments, double[] mixtures) {
    this.values = values;
    this.moments = moments;
    this.mixtures = mixtures;
  }

  /** Returns the shift of a fit; empty where choices follow partial returns. */
  static Optional<ValueShift> of(
      RewardFitSpec spec, TrainingSet set, Evaluated evaluated, double[] mixtures) {
    return spec.values()
        .map(
            config -> {
              StateValues values = StateValues.fit(set, config);
              double[][] moments =
                  java.util.Arrays.stream(evaluated.values())
                      .map(values::moments)
                      .toArray(double[][]::new);
              return new ValueShift(values, moments, mixtures);
            });
  }

  double of(Span run, int member) {
    double[] d = values.difference(run);
    double sum = 0;
    for (int i = 0; i < d.length; i++) {
      sum += d[i] * moments[member][i];
    }
    return mixtures[member] * sum;
  }
}
