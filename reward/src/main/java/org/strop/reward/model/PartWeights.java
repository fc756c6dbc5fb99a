package org.strop.reward.model;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * Weights of the three parts of the loss, each a mean over its labels. Mixing is ours (METHODS 1).
 *
 * @param thickness of the squared error of classes at 2 Hz
 * @param scores of the squared error of scores (eta in METHODS 1)
 * @param pairs of the negative log-likelihood of choices, nats
 */
public record PartWeights(
    @Bounds(min = 0, max = 1000) double thickness,
    @Bounds(min = 0, max = 1000) double scores,
    @Bounds(min = 0, max = 1000) double pairs)
    implements SelfChecking {
  @Override
  public void check(Problems problems) {
    if (thickness + scores + pairs <= 0) {
      problems.add("pairs", "is 0 like the other weights, so nothing is learned", "raise one");
    }
  }

  double of(Part part) {
    return switch (part) {
      case THICKNESS -> thickness;
      case SCORES -> scores;
      case PAIRS -> pairs;
    };
  }
}
