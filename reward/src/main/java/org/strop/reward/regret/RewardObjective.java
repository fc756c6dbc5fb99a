package org.strop.reward.regret;

/** Mean cost of labels as a function of reward weights. Not thread-safe. */
public interface RewardObjective {
  /** Returns the number of weights. */
  int size();

  /**
   * Returns the mean negative log-likelihood, nats.
   *
   * @param weights length {@link #size()}, finite; not modified
   * @param gradient same length; overwritten with the derivative
   */
  double cost(double[] weights, double[] gradient);
}
