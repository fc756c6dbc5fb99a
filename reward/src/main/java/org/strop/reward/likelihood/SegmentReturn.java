package org.strop.reward.likelihood;

/**
 * What a segment is worth, from numbers per step. METHODS 2, Knox et al. 2022.
 *
 * <p>Sums, as the papers have them: a longer segment of equal steps has a larger return, and with
 * rewards of one sign length decides. Where segments of unequal length are to be judged by quality
 * alone, take {@link #mean}.
 */
public final class SegmentReturn {
  private SegmentReturn() {}

  /**
   * Returns the partial return R = Σ γᵗ r_t.
   *
   * @param rewards one per step, finite; not modified
   * @param discount γ in (0, 1]; a teacher who remembers the end better (B-Pref's {@code
   *     teacher_gamma}) has the rewards in reverse
   */
  public static double sum(double[] rewards, double discount) {
    if (!(discount > 0 && discount <= 1)) {
      throw new IllegalArgumentException("discount is " + discount + ", but must be in (0, 1]");
    }
    double sum = 0;
    for (int t = rewards.length - 1; t >= 0; t--) {
      sum = rewards[t] + discount * sum;
    }
    return sum;
  }

  /**
   * Returns R over the sum of its weights: the same for segments of any length, in reward units.
   */
  public static double mean(double[] rewards, double discount) {
    double[] ones = new double[rewards.length];
    java.util.Arrays.fill(ones, 1);
    return sum(rewards, discount) / sum(ones, discount);
  }

  /** Returns the deterministic regret V*(s₀) − (R + γᵀ V*(s_T)); pass γᵀ = 1 undiscounted. */
  public static double regret(double partialReturn, double first, double last, double discountT) {
    return first - (partialReturn + discountT * last);
  }

  /**
   * Returns the general regret Σ ( V*(s_t) − Q*(s_t, a_t) ) = −Σ A*.
   *
   * @param values V* of the T states that were acted in; not modified
   * @param actionValues Q* of what was done there; not modified
   */
  public static double regret(double[] values, double[] actionValues) {
    double sum = 0;
    for (int t = 0; t < values.length; t++) {
      sum += values[t] - actionValues[t];
    }
    return sum;
  }
}
