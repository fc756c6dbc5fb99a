package org.strop.reward.model;

/**
 * A choice between two runs of steps.
 *
 * @param first rows of the first
 * @param second rows of the second
 * @param label 1 where the second is preferred, 0 the first, 0.5 a tie; soft in between
 * @param weight at least 0
 */
public record PairTarget(Span first, Span second, double label, double weight) {
  /** Checks label and weight. */
  public PairTarget {
    if (!(label >= 0 && label <= 1) || !(weight >= 0)) {
      throw new IllegalArgumentException("label " + label + ", weight " + weight);
    }
  }
}
