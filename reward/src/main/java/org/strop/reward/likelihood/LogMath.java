package org.strop.reward.likelihood;

/** Logarithms of probabilities without cancellation or overflow. */
final class LogMath {
  private static final double LN2 = Math.log(2);

  private LogMath() {}

  /** Returns ln σ(z) = −softplus(−z). */
  static double logSigmoid(double z) {
    return -BradleyTerry.softplus(-z);
  }

  /** Returns ln(1 − e⁻ˣ) for x > 0, by the better of two forms (Mächler 2012). */
  static double log1mExp(double x) {
    return x <= LN2 ? Math.log(-Math.expm1(-x)) : Math.log1p(-Math.exp(-x));
  }

  /** Returns ln Σ eˣ; −∞ for no or only infinitely small terms. */
  static double logSumExp(double... x) {
    double max = Double.NEGATIVE_INFINITY;
    for (double v : x) {
      max = Math.max(max, v);
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (double v : x) {
      sum += Math.exp(v - max);
    }
    return max + Math.log(sum);
  }

  /** Returns ln softmax(x); exact also where one outcome is all but certain. */
  static double[] logSoftmax(double... x) {
    int top = 0;
    for (int i = 1; i < x.length; i++) {
      top = x[i] > x[top] ? i : top;
    }
    double others = 0;
    for (int i = 0; i < x.length; i++) {
      others += i == top ? 0 : Math.exp(x[i] - x[top]);
    }
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] - x[top] - Math.log1p(others);
    }
    return out;
  }

  /** Returns x kept to a range where differences and halves of it stay finite. */
  static double bounded(double x) {
    return Math.max(-Double.MAX_VALUE / 8, Math.min(Double.MAX_VALUE / 8, x));
  }

  static void requireNumbers(double[] values, String what) {
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException(what + "[" + i + "] is NaN");
      }
    }
  }
}
