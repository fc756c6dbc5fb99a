package org.strop.reward.likelihood;

import java.util.List;

/**
 * How a person answers, given one utility per segment: the log-likelihood of an {@link Answer} with
 * exact gradients.
 *
 * <p>A utility is what the person is taken to compare: the partial return R, the negative regret,
 * or a weighted sum of both ({@link SegmentReturn}). Where the reward is a network, its caller
 * multiplies {@code dUtilities} into its own gradient; where it is linear, {@code
 * org.strop.reward.choice.JointFit} does.
 *
 * <p>Parameters are the model's own (side bias, tie width, error rates, thresholds, sensitivity) in
 * <em>unconstrained</em> coordinates: any finite vector is valid, so that plain gradient steps
 * work. {@link #describe} gives them in their natural units.
 *
 * <p>Implementations are immutable, thread-safe, in double precision, and finite with finite
 * gradients for every utility up to 10³⁰⁰ and every parameter up to ±500.
 */
public interface PreferenceModel {
  /** Returns the names of the learned parameters, in order; empty where all are fixed. */
  List<String> parameters();

  /** Returns the middle of the prior: where a fit starts. Length of {@link #parameters}. */
  double[] initial();

  /** Returns whether the model has a likelihood for answers of this kind. */
  boolean accepts(Answer answer);

  /**
   * Returns ln P(answer), nats, at most 0.
   *
   * @param answer of a kind that it {@link #accepts}
   * @param utilities one per segment of the answer, finite; not modified
   * @param theta parameters, finite; not modified
   * @param dUtilities length of {@code utilities}: ∂ln P/∂u is <em>added</em> to it
   * @param dTheta length of {@code theta}: ∂ln P/∂θ is <em>added</em> to it
   * @throws IllegalArgumentException for another kind of answer, a wrong length or a NaN
   */
  double logLikelihood(
      Answer answer, double[] utilities, double[] theta, double[] dUtilities, double[] dTheta);

  /**
   * Returns the logarithm of the prior over θ up to a constant, nats: what keeps parameters finite
   * where labels alone would not.
   *
   * @param theta parameters; not modified
   * @param dTheta ∂/∂θ is <em>added</em> to it
   */
  double logPrior(double[] theta, double[] dTheta);

  /** Returns the parameters in natural units (rates in [0, 1], thresholds in units of utility). */
  java.util.Map<String, Double> describe(double[] theta);

  /** Returns ln P(answer) without gradients. */
  default double logLikelihood(Answer answer, double[] utilities, double[] theta) {
    return logLikelihood(
        answer, utilities, theta, new double[utilities.length], new double[theta.length]);
  }
}
