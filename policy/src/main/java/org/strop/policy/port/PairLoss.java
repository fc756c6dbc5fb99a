package org.strop.policy.port;

/**
 * What a choice between two segments costs, as a function of one score per segment.
 *
 * <p>The reward module knows the likelihood, the policy module the scores: contrastive learning
 * reads the two scores out of the network, asks here for the cost in double precision, and sends
 * the two derivatives back through the network.
 */
@FunctionalInterface
public interface PairLoss {
  /**
   * Returns the cost of a label, and its derivatives by the scores.
   *
   * @param first score S₁ of the first segment, finite
   * @param second score S₂ of the second segment, finite
   * @param label 1 where the second is preferred, 0 the first, ½ a tie; soft in between
   */
  Cost of(double first, double second, double label);

  /**
   * The cost of one label.
   *
   * @param value nats
   * @param byFirst ∂value/∂S₁
   * @param bySecond ∂value/∂S₂
   */
  record Cost(double value, double byFirst, double bySecond) {}
}
