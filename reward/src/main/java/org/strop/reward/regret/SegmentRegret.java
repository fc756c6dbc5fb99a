package org.strop.reward.regret;

/**
 * Regret of a segment: what it falls short of acting optimally (Knox et al., arXiv 2206.02231).
 *
 * <pre>
 *   deterministic   regret_d = V*(s₀) − ( Σ γᵗ r_t + γᵀ V*(s_T) )
 *   general         regret   = Σ γᵗ [ V*(s_t) − Q*(s_t, a_t) ] = −Σ γᵗ A*(s_t, a_t)
 *   preference      P(2 ≻ 1) = σ( regret(1) − regret(2) )
 * </pre>
 *
 * <p>In a deterministic world the two are equal, since the sum telescopes; where transitions are
 * random the first also counts luck, the second does not. Both are at least 0 for the true optimal
 * values. The papers use γ = 1 within a segment.
 */
public final class SegmentRegret {
  private SegmentRegret() {}

  /** Returns the deterministic regret at γ = 1. */
  public static double deterministic(double partialReturn, double startValue, double endValue) {
    return startValue - (partialReturn + endValue);
  }

  /**
   * Returns the deterministic regret.
   *
   * @param rewards of each step, length T, may be 0; not modified
   * @param gamma in (0, 1]
   */
  public static double deterministic(
      double[] rewards, double startValue, double endValue, double gamma) {
    double sum = 0;
    double discount = 1;
    for (double reward : rewards) {
      sum += discount * reward;
      discount *= gamma;
    }
    return startValue - (sum + discount * endValue);
  }

  /**
   * Returns the general regret.
   *
   * @param advantages A*(s_t, a_t) of each step, length T; not modified
   * @param gamma in (0, 1]
   */
  public static double general(double[] advantages, double gamma) {
    double sum = 0;
    double discount = 1;
    for (double advantage : advantages) {
      sum -= discount * advantage;
      discount *= gamma;
    }
    return sum;
  }

  /** Returns the logit of "second preferred": positive where the first has the larger regret. */
  public static double logit(double firstRegret, double secondRegret) {
    return firstRegret - secondRegret;
  }
}
