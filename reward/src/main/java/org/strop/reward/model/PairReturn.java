package org.strop.reward.model;

/**
 * How the rewards of a segment's steps become the return that people's choices are compared with.
 */
public enum PairReturn {
  /**
   * Mean over the steps: an attempt is judged by how good it is, not by how long it takes. The
   * default for attempts of unequal length.
   */
  MEAN,
  /**
   * Sum over the steps, METHODS 2, in units of the mean length of all segments compared, so that
   * the gain means the same as with {@link #MEAN}. Prefers longer attempts, as rewards are never
   * negative.
   */
  SUM
}
