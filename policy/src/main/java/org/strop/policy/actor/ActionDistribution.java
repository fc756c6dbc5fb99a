package org.strop.policy.actor;

/** What an actor's output says about the action; both act by the mean. */
public enum ActionDistribution {
  /** One action; log π := −‖μ(o) − a‖², summed over components (Hejna et al. 2024, appendix). */
  DETERMINISTIC,
  /** Diagonal Gaussian; log σ per component does not depend on the observation, in [−5, 2]. */
  GAUSSIAN
}
