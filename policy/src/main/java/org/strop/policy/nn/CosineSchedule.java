package org.strop.policy.nn;

/**
 * Linear warm-up, then half a cosine down to 0.
 *
 * <pre>  s < w:  lr·s/w        s ≥ w:  lr·½(1 + cos(π(s − w)/(S − w)))</pre>
 *
 * as {@code get_cosine_schedule_with_warmup} of the libraries that Chi et al. 2023 use.
 *
 * @param peak learning rate after the warm-up
 * @param warmupSteps w, at least 0
 * @param totalSteps S, above w
 */
public record CosineSchedule(double peak, int warmupSteps, int totalSteps) {
  /** Checks that there are steps after the warm-up. */
  public CosineSchedule {
    if (warmupSteps < 0 || totalSteps <= warmupSteps) {
      throw new IllegalArgumentException(
          "warm-up of " + warmupSteps + " steps does not fit into " + totalSteps);
    }
  }

  /** Returns the learning rate of a step, counted from 0; 0 past the end. */
  public double at(long step) {
    if (step < warmupSteps) {
      return peak * step / Math.max(1, warmupSteps);
    }
    double progress = Math.min(1, (double) (step - warmupSteps) / (totalSteps - warmupSteps));
    return peak * 0.5 * (1 + Math.cos(Math.PI * progress));
  }
}
