package org.strop.reward.calibrate;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.strop.reward.likelihood.BradleyTerry;

/**
 * One temperature for all logits, Guo et al. 2017.
 *
 * <pre>  p' = σ( logit(p)/T ),   min_T Σ ℓ(logit/T, y) + ½ (ln T)²</pre>
 *
 * <p>The prior (ours) keeps T finite where predictions separate the labels perfectly, and near 1
 * where there are few. T never changes which side is preferred.
 *
 * @param temperature above 0; above 1 makes predictions more careful
 */
public record TemperatureScaling(double temperature) {
  private static final double EDGE = 1e-12;
  private static final double WIDEST = 5;

  /** Checks the temperature. */
  public TemperatureScaling {
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("temperature is " + temperature);
    }
  }

  /**
   * Fits.
   *
   * @param probabilities that the second is preferred, in [0, 1]; not modified
   * @param labels in [0, 1]; not modified
   */
  public static TemperatureScaling fit(double[] probabilities, double[] labels) {
    double log =
        new BrentOptimizer(1e-9, 1e-9)
            .optimize(
                new MaxEval(500),
                GoalType.MINIMIZE,
                new SearchInterval(-WIDEST, WIDEST, 0),
                new UnivariateObjectiveFunction(x -> cost(probabilities, labels, x)))
            .getPoint();
    return new TemperatureScaling(Math.exp(log));
  }

  private static double cost(double[] probabilities, double[] labels, double log) {
    double sum = 0.5 * log * log;
    for (int i = 0; i < labels.length; i++) {
      sum += BradleyTerry.cost(logit(probabilities[i]) * Math.exp(-log), labels[i]);
    }
    return sum;
  }

  private static double logit(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(probability + " is not in [0, 1]");
    }
    double p = Math.min(1 - EDGE, Math.max(EDGE, probability));
    return Math.log(p) - Math.log1p(-p);
  }

  /** Returns the calibrated probability. */
  public double of(double probability) {
    return BradleyTerry.sigmoid(logit(probability) / temperature);
  }
}
