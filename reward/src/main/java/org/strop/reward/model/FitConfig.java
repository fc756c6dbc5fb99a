package org.strop.reward.model;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.policy.nn.AdamWConfig;

/**
 * How the ensemble is fitted. All sizes are ours.
 *
 * @param steps optimiser steps, the end of the cosine schedule
 * @param evaluateEvery steps between looks at the validation labels
 * @param validationFraction share of each member's labels that only decide when to stop
 * @param optimizer AdamW
 */
public record FitConfig(
    @Bounds(min = 2, max = 1e6) int steps,
    @Bounds(min = 1, max = 1e6) int evaluateEvery,
    @Bounds(min = 0, max = 0.5) double validationFraction,
    AdamWConfig optimizer)
    implements SelfChecking {
  @Override
  public void check(Problems problems) {
    if (evaluateEvery > steps) {
      problems.add(
          "evaluate_every",
          "is " + evaluateEvery + ", but must be at most steps (" + steps + ")",
          "lower evaluate_every, or raise steps");
    }
    if (optimizer.warmupSteps() >= steps) {
      problems.add(
          "optimizer.warmup_steps",
          "is " + optimizer.warmupSteps() + ", but must be below steps (" + steps + ")",
          "lower warmup_steps, or raise steps");
    }
  }
}
