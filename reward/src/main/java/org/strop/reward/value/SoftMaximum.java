package org.strop.reward.value;

/**
 * A soft maximum of values with its gradients.
 *
 * <pre>
 *   p = softmax(q / τ) ,   Ṽ = Σ p_k q_k                                METHODS 2
 *   ∂Ṽ/∂q_k = p_k ( 1 + (q_k − Ṽ)/τ ) ,   ∂Ṽ/∂τ = −var_p(q)/τ²
 * </pre>
 *
 * <p>Never above the largest value, and equal to it as τ falls to 0. One instance is used by one
 * thread: results are kept inside until the next call.
 */
public final class SoftMaximum {
  /** exp(−45) is below 2⁻⁶⁴: what lies this far under the maximum adds nothing to a double. */
  private static final double NEGLIGIBLE = 45;

  private final double[] slopes;
  private double temperatureSlope;

  /**
   * @param count K, of values
   */
  public SoftMaximum(int count) {
    slopes = new double[count];
  }

  /**
   * Returns Ṽ.
   *
   * @param q values, length K, finite; not modified
   * @param temperature τ, in units of value, above 0
   */
  public double of(double[] q, double temperature) {
    double best = Double.NEGATIVE_INFINITY;
    for (double value : q) {
      best = Math.max(best, value);
    }
    double total = 0;
    double mean = 0;
    double square = 0;
    for (double value : q) {
      double below = (value - best) / temperature;
      double p = below > -NEGLIGIBLE ? Math.exp(below) : 0;
      total += p;
      mean += p > 0 ? p * below : 0;
      square += p > 0 ? p * below * below : 0;
    }
    mean /= total; // of (q_k − max)/τ
    temperatureSlope = mean * mean - square / total;
    for (int k = 0; k < q.length; k++) {
      double below = (q[k] - best) / temperature;
      slopes[k] = below > -NEGLIGIBLE ? Math.exp(below) / total * (1 + below - mean) : 0;
    }
    return best + temperature * mean;
  }

  /** Returns ∂Ṽ/∂q_k of the last call. */
  public double slope(int k) {
    return slopes[k];
  }

  /** Returns ∂Ṽ/∂τ of the last call, at most 0 but for rounding. */
  public double temperatureSlope() {
    return temperatureSlope;
  }
}
