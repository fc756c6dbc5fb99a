package org.strop.sim.suite.task;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * The dense reward of a step, in [0, 1]; ours, in the form that the field's suites share:
 *
 * <pre>  r = w_near (1 − tanh(d / ρ)) + w_progress p + w_success [solved]</pre>
 *
 * with d the distance of the finger from where it should touch, p ∈ [0, 1] the share of the way
 * from start to goal that the object has gone, and [solved] whether the success condition holds
 * now.
 *
 * @param near w_near
 * @param nearM ρ, m
 * @param progress w_progress
 * @param success w_success; the three weights sum to 1
 */
public record SuiteReward(
    @Bounds(min = 0, max = 1) double near,
    @Bounds(min = 0.001, max = 1) double nearM,
    @Bounds(min = 0, max = 1) double progress,
    @Bounds(min = 0, max = 1) double success)
    implements SelfChecking {
  @Override
  public void check(Problems problems) {
    double sum = near + progress + success;
    if (Math.abs(sum - 1) > 1e-9) {
      problems.add("near", "progress and success sum to " + sum + ", not to 1", "change one");
    }
  }
}
