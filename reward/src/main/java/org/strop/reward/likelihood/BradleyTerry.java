package org.strop.reward.likelihood;

/**
 * The Bradley-Terry model of a choice between two segments, on the logit z = (R₂ − R₁)/temperature.
 *
 * <pre>
 *   P(second preferred) = σ(z)
 *   ℓ(z, y) = y·softplus(−z) + (1 − y)·softplus(z)        METHODS 2, partial return
 *   ∂ℓ/∂z   = (1 − y)·σ(z) − y·σ(−z)
 * </pre>
 *
 * <p>y is 1 when the second is preferred, 0 when the first is, ½ for a tie; labels in between are
 * soft. Every form is evaluated on the logit without cancellation, so cost and gradient are exact
 * to rounding for any finite z: nothing overflows, and a cost of 10⁻³⁰⁰ is not rounded to 0.
 */
public final class BradleyTerry {
  private final double temperature;

  /**
   * @param temperature in units of return, above 0: what difference is one logit
   */
  public BradleyTerry(double temperature) {
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("temperature is " + temperature + ", must be above 0");
    }
    this.temperature = temperature;
  }

  /** Returns the logit of "second preferred" for two returns. */
  public double logit(double firstReturn, double secondReturn) {
    return (secondReturn - firstReturn) / temperature;
  }

  /** Returns P(second preferred) for two returns, in [0, 1]. */
  public double probability(double firstReturn, double secondReturn) {
    return sigmoid(logit(firstReturn, secondReturn));
  }

  /**
   * Returns the negative log-likelihood of a label, nats, at least 0.
   *
   * @param logit finite
   * @param label in [0, 1]
   */
  public static double cost(double logit, double label) {
    // A side of no weight adds nothing, also where its softplus is huge.
    double second = label == 0 ? 0 : label * softplus(-logit);
    double first = label == 1 ? 0 : (1 - label) * softplus(logit);
    return second + first;
  }

  /** Returns ∂cost/∂logit, in [−1, 1]. */
  public static double gradient(double logit, double label) {
    return (1 - label) * sigmoid(logit) - label * sigmoid(-logit);
  }

  /** Returns 1/(1 + e⁻ᶻ) without overflow, and without losing small values. */
  public static double sigmoid(double z) {
    if (z >= 0) {
      return 1 / (1 + Math.exp(-z));
    }
    double e = Math.exp(z);
    return e / (1 + e);
  }

  /** Returns ln(1 + eᶻ) = max(z, 0) + ln(1 + e^−|z|). */
  public static double softplus(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }
}
