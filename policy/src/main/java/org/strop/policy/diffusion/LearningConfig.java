package org.strop.policy.diffusion;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.policy.nn.AdamWConfig;

/**
 * How a diffusion policy learns.
 *
 * @param steps optimiser steps
 * @param batchSize windows per step; 256 in Chi et al. 2023
 * @param emaPower power of the averaging of weights; 0.75 in Chi et al. 2023
 */
public record LearningConfig(
    @Bounds(min = 1, max = 1e8) int steps,
    @Bounds(min = 1, max = 65536) int batchSize,
    @Bounds(min = 0, exclusiveMin = true, max = 1) double emaPower,
    AdamWConfig optimizer)
    implements SelfChecking {
  @Override
  public void check(Problems problems) {
    if (optimizer.warmupSteps() >= steps) {
      problems.add(
          "steps",
          "is "
              + steps
              + ", but must be above optimizer.warmup_steps ("
              + optimizer.warmupSteps()
              + ")",
          "raise steps, or lower optimizer.warmup_steps");
    }
  }
}
