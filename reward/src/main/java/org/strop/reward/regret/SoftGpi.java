package org.strop.reward.regret;

import java.util.Arrays;
import org.strop.reward.value.SoftMaximum;
import org.strop.reward.world.SuccessorFeatures;

/**
 * V* as a differentiable function of reward weights: a soft maximum over known policies.
 *
 * <pre>
 *   q_k = w · ψᵏ(s) ,   p = softmax(q / τ) ,   Ṽ(s) = Σ p_k q_k
 *   ∂Ṽ/∂w = Σ p_k ( 1 + (q_k − Ṽ)/τ ) ψᵏ(s)                          METHODS 2
 * </pre>
 *
 * <p>Only the states asked for are evaluated. As τ falls to 0, Ṽ becomes the value of the best
 * policy; it is never above it. One instance is used by one thread: results are kept inside until
 * the next call.
 */
public final class SoftGpi {
  private final double temperature;
  private final int width;
  private final int[] row;
  private final double[][] psi;
  private final double[] values;
  private final double[] gradients;
  private final double[] q;
  private final SoftMaximum soft;

  /**
   * @param states those that will be asked for, repeats allowed; not modified
   * @param temperature τ, in units of value, above 0
   */
  public SoftGpi(SuccessorFeatures features, int[] states, double temperature) {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature is " + temperature);
    }
    this.temperature = temperature;
    width = features.features();
    row = new int[features.states()];
    int count = 0;
    for (int s : states) {
      row[s] = row[s] == 0 ? ++count : row[s];
    }
    psi = new double[count][];
    for (int s = 0; s < row.length; s++) {
      if (row[s] > 0) {
        psi[row[s] - 1] = gather(features, s);
      }
    }
    values = new double[count];
    gradients = new double[count * width];
    q = new double[features.policies()];
    soft = new SoftMaximum(q.length);
  }

  private static double[] gather(SuccessorFeatures features, int state) {
    double[] gathered = new double[features.policies() * features.features()];
    for (int i = 0; i < gathered.length; i++) {
      gathered[i] = features.get(i / features.features(), state, i % features.features());
    }
    return gathered;
  }

  /**
   * Evaluates all states under weights.
   *
   * @param weights length K, finite; not modified
   */
  public void at(double[] weights) {
    for (int i = 0; i < values.length; i++) {
      evaluate(i, weights);
    }
  }

  private void evaluate(int i, double[] weights) {
    double[] rows = psi[i];
    for (int k = 0, at = 0; k < q.length; k++) {
      double sum = 0;
      for (int j = 0; j < width; j++) {
        sum += weights[j] * rows[at++];
      }
      q[k] = sum;
    }
    values[i] = soft.of(q, temperature);
    Arrays.fill(gradients, i * width, (i + 1) * width, 0);
    for (int k = 0; k < q.length; k++) {
      double slope = soft.slope(k);
      if (slope != 0) {
        for (int j = 0; j < width; j++) {
          gradients[i * width + j] += slope * rows[k * width + j];
        }
      }
    }
  }

  /** Returns Ṽ(s) under the weights of the last {@link #at}. */
  public double value(int state) {
    return values[index(state)];
  }

  /** Adds {@code scale} · ∂Ṽ(s)/∂w to an array of length K. */
  public void addGradient(int state, double scale, double[] sum) {
    int at = index(state) * width;
    for (int j = 0; j < width; j++) {
      sum[j] += scale * gradients[at + j];
    }
  }

  private int index(int state) {
    if (row[state] == 0) {
      throw new IllegalArgumentException("state " + state + " was not asked for");
    }
    return row[state] - 1;
  }
}
