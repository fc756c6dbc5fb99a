package org.strop.reward.knox;

import java.util.Arrays;
import org.strop.reward.likelihood.BradleyTerry;

/**
 * A choice model that is linear in differences: P(2 ≻ 1) = ε/2 + (1 − ε) σ(b · x), ε the share of
 * answers given at random (lapses).
 *
 * <p>Fitted exactly by Fisher scoring with step halving on the mean cost plus a ridge on
 * standardised coefficients. Columns are scaled, never centred: swapping a pair negates x and so
 * the logit.
 */
final class Logistic {
  private static final int MOST_STEPS = 100;
  private static final double SETTLED = 1e-12;

  private final double[] coefficients;
  private final double lapse;

  private Logistic(double[] coefficients, double lapse) {
    this.coefficients = coefficients;
    this.lapse = lapse;
  }

  /**
   * Fits the rows of a design.
   *
   * @param rows which ones; at least one
   * @param ridges of each column: half of it times the squared coefficient, in units of the
   *     column's root mean square, is added to the summed cost
   * @param lapse ε, in [0, 1)
   */
  static Logistic fit(Design x, double[] labels, int[] rows, double[] ridges, double lapse) {
    double[] scale = x.rootMeanSquares(rows);
    Problem problem = new Problem(x.scaled(rows, scale), pick(labels, rows), ridges, lapse);
    double[] b = problem.minimise(new double[x.columns()]);
    for (int j = 0; j < b.length; j++) {
      b[j] /= scale[j];
    }
    return new Logistic(b, lapse);
  }

  private static double[] pick(double[] labels, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> labels[i]).toArray();
  }

  /** Rows in units of their columns' root mean squares, with labels and penalties. */
  @SuppressWarnings("ArrayRecordComponent") // lives for one fit
  private record Problem(Design x, double[] labels, double[] ridges, double lapse) {
    double[] minimise(double[] start) {
      double[] b = start;
      double[] gradient = new double[b.length];
      double[] curvature = new double[b.length * b.length];
      double cost = objective(b);
      for (int step = 0; step < MOST_STEPS; step++) {
        derivatives(b, gradient, curvature);
        double[] direction = Cholesky.solve(curvature, gradient);
        double[] next = b.clone();
        double nextCost = Double.POSITIVE_INFINITY;
        for (double size = 1; size > 1e-6 && !(nextCost <= cost); size /= 2) {
          for (int j = 0; j < b.length; j++) {
            next[j] = b[j] - size * direction[j];
          }
          nextCost = objective(next);
        }
        if (!(nextCost < cost - SETTLED)) {
          return b;
        }
        b = next;
        cost = nextCost;
      }
      return b;
    }

    private double objective(double[] b) {
      double sum = 0;
      for (int i = 0; i < labels.length; i++) {
        sum += Logistic.cost(x.dot(i, b), labels[i], lapse);
      }
      for (int j = 0; j < b.length; j++) {
        sum += ridges[j] / 2 * b[j] * b[j];
      }
      return sum / labels.length;
    }

    private void derivatives(double[] b, double[] gradient, double[] curvature) {
      int width = b.length;
      Arrays.fill(gradient, 0);
      Arrays.fill(curvature, 0);
      for (int i = 0; i < labels.length; i++) {
        double z = x.dot(i, b);
        double slope = slope(z, labels[i]);
        double weight = information(z);
        for (int j = 0; j < width; j++) {
          double value = x.get(i, j);
          gradient[j] += slope * value;
          for (int k = 0; k <= j; k++) {
            curvature[j * width + k] += weight * value * x.get(i, k);
          }
        }
      }
      for (int j = 0; j < width; j++) {
        gradient[j] += ridges[j] * b[j];
        curvature[j * width + j] += ridges[j];
      }
    }

    /** Returns ∂cost/∂z = (p − y) p′ / (p (1 − p)). */
    private double slope(double z, double label) {
      if (lapse == 0) {
        return BradleyTerry.gradient(z, label);
      }
      double p = probability(z, lapse);
      return (p - label) * (1 - lapse) * variance(z) / (p * (1 - p));
    }

    /** Returns the expected ∂²cost/∂z² = p′² / (p (1 − p)). */
    private double information(double z) {
      if (lapse == 0) {
        return variance(z);
      }
      double p = probability(z, lapse);
      double dp = (1 - lapse) * variance(z);
      return dp * dp / (p * (1 - p));
    }

    private static double variance(double z) {
      return BradleyTerry.sigmoid(z) * BradleyTerry.sigmoid(-z);
    }
  }

  private static double probability(double logit, double lapse) {
    return lapse / 2 + (1 - lapse) * BradleyTerry.sigmoid(logit);
  }

  private static double cost(double logit, double label, double lapse) {
    if (lapse == 0) {
      return BradleyTerry.cost(logit, label);
    }
    double p = probability(logit, lapse);
    return -label * Math.log(p) - (1 - label) * Math.log1p(-p);
  }

  /** Returns the coefficients, in units of the columns. */
  double[] coefficients() {
    return coefficients.clone();
  }

  /** Returns the costs of rows, nats, in their order. */
  double[] costs(Design x, double[] labels, int[] rows) {
    double[] costs = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      costs[i] = cost(x.dot(rows[i], coefficients), labels[rows[i]], lapse);
    }
    return costs;
  }
}
