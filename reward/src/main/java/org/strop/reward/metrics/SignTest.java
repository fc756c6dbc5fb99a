package org.strop.reward.metrics;

/** Exact sign test of paired yes-or-no outcomes (McNemar's, in its exact form). */
public final class SignTest {
  private SignTest() {}

  /**
   * Returns the two-sided p-value that wins and losses are equally likely; 1 where there are none.
   *
   * <pre>  p = min(1, 2 Σ_{i ≤ min} C(n, i) / 2ⁿ) ,  n = wins + losses</pre>
   *
   * @param wins pairs in which only the one succeeded, at least 0
   * @param losses pairs in which only the other did, at least 0
   */
  public static double twoSided(int wins, int losses) {
    if (wins < 0 || losses < 0) {
      throw new IllegalArgumentException(wins + " wins, " + losses + " losses");
    }
    int n = wins + losses;
    double term = -n * Math.log(2);
    double sum = 0;
    for (int i = 0; i <= Math.min(wins, losses); i++) {
      sum += Math.exp(term);
      term += Math.log(n - i) - Math.log(i + 1);
    }
    return Math.min(1, 2 * sum);
  }
}
