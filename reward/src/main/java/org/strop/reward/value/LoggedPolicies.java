package org.strop.reward.value;

import java.util.Arrays;
import java.util.List;

/**
 * Values of the best of several recorded policies: learned successor features and generalised
 * policy improvement (METHODS 2) over logged data alone.
 *
 * <pre>
 *   q_k = w · ψᵏ(s) ,   p = softmax(q / τ) ,   Ṽ(s) = Σ p_k q_k
 *   τ(w) = ρ √(wᵀ C w) ,   C = mean over recorded states of the covariance over k of ψᵏ     ours
 *   ∂Ṽ/∂w = Σ p_k ( 1 + (q_k − Ṽ)/τ ) ψᵏ(s) − var_p(q)/τ² · ρ² C w / τ
 * </pre>
 *
 * <p>τ is relative to what the policies' values differ by, so ρ means the same for every unit of
 * reward, and Ṽ(c·w) = c·Ṽ(w) for c above 0. By Euler's theorem then w·∂Ṽ/∂w = Ṽ(w): the gradient
 * serves as features of a state under which the value at these weights is linear, without a
 * constant. Where the policies do not differ at all (τ = 0), the mean of them. Of a single policy
 * all of this is its {@link SuccessorFeatures}. Used by one thread.
 */
public final class LoggedPolicies {
  private final List<SuccessorFeatures> policies;
  private final double[][] covariance;
  private final double temperature;
  private final SoftMaximum soft;

  private LoggedPolicies(
      List<SuccessorFeatures> policies, List<RecordedRun> runs, double temperature) {
    this.policies = policies;
    this.temperature = temperature;
    this.soft = new SoftMaximum(policies.size());
    int width = runs.get(0).features()[0].length;
    this.covariance = new double[width][width];
    if (policies.size() > 1) {
      int states = runs.stream().mapToInt(run -> run.states().length).sum();
      for (RecordedRun run : runs) {
        for (double[] state : run.states()) {
          addCovariance(at(state).psi, 1.0 / states);
        }
      }
    }
  }

  /**
   * Fits a policy to the runs of each who acted.
   *
   * @param runs at least one with a step that has a next one, or that ends
   * @param discount γ in [0, 1); 1 only where all runs end
   * @param ridge as in {@link SuccessorFeatures#fit}
   * @param transitions who has fewer is pooled with others like that; without enough of them, with
   *     whoever has most; where nobody has enough, all are one policy. At least 1
   * @param temperature ρ, above 0: τ in parts of the root mean square deviation of the policies'
   *     values of a state
   */
  public static LoggedPolicies fit(
      List<RecordedRun> runs, double discount, double ridge, int transitions, double temperature) {
    if (transitions < 1 || !(temperature > 0)) {
      throw new IllegalArgumentException(transitions + " transitions, temperature " + temperature);
    }
    List<SuccessorFeatures> policies =
        PolicyGroups.of(runs, transitions).stream()
            .map(group -> SuccessorFeatures.fit(group, discount, ridge))
            .toList();
    return new LoggedPolicies(policies, runs, temperature);
  }

  private void addCovariance(double[][] psi, double scale) {
    int width = covariance.length;
    double[] mean = new double[width];
    for (double[] row : psi) {
      for (int i = 0; i < width; i++) {
        mean[i] += row[i] / psi.length;
      }
    }
    for (double[] row : psi) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          covariance[i][j] += scale / psi.length * (row[i] - mean[i]) * (row[j] - mean[j]);
        }
      }
    }
  }

  /** Returns K, how many policies are told apart. */
  public int count() {
    return policies.size();
  }

  /**
   * Returns a state's values as functions of weights.
   *
   * @param state length P; not modified
   */
  public StateValue at(double[] state) {
    return new StateValue(
        policies.stream().map(policy -> policy.at(state)).toArray(double[][]::new));
  }

  /** τ and ∂τ/∂w. */
  private double temperature(double[] weights, double[] slope) {
    double square = 0;
    for (int i = 0; i < slope.length; i++) {
      slope[i] = dot(covariance[i], weights); // C w
      square += slope[i] * weights[i];
    }
    double tau = temperature * Math.sqrt(Math.max(0, square));
    for (int i = 0; tau > 0 && i < slope.length; i++) {
      slope[i] *= temperature * temperature / tau;
    }
    return tau;
  }

  /** Values of one state. */
  public final class StateValue {
    private final double[][] psi;

    private StateValue(double[][] psi) {
      this.psi = psi;
    }

    /**
     * Returns q, the value under each policy, length K.
     *
     * @param weights of the reward, length d; not modified
     */
    public double[] ofEach(double[] weights) {
      return Arrays.stream(psi).mapToDouble(row -> dot(row, weights)).toArray();
    }

    /** Returns Ṽ(s), at most the largest of {@link #ofEach}. */
    public double value(double[] weights) {
      return dot(gradient(weights), weights);
    }

    /** Returns ∂Ṽ(s)/∂w, length d, a copy; times w it is Ṽ(s). */
    public double[] gradient(double[] weights) {
      if (psi.length == 1) {
        return psi[0].clone();
      }
      double[] gradient = new double[weights.length];
      double[] slope = new double[weights.length];
      double tau = temperature(weights, slope);
      if (tau > 0) {
        soft.of(ofEach(weights), tau);
        add(gradient, soft.temperatureSlope(), slope);
      }
      for (int k = 0; k < psi.length; k++) {
        add(gradient, tau > 0 ? soft.slope(k) : 1.0 / psi.length, psi[k]);
      }
      return gradient;
    }
  }

  private static void add(double[] sum, double factor, double[] row) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * row[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
