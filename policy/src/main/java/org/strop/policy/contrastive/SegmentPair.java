package org.strop.policy.contrastive;

/**
 * A choice between two segments of recorded steps.
 *
 * @param first segment
 * @param second segment, of any length
 * @param label 1 where the second is preferred, 0 the first, ½ a tie; soft in between
 */
public record SegmentPair(Rows first, Rows second, double label) {
  /** Checks the label. */
  public SegmentPair {
    if (!(label >= 0 && label <= 1)) {
      throw new IllegalArgumentException("label is " + label + ", must be in [0, 1]");
    }
  }

  /**
   * Rows [from, to) of the steps.
   *
   * @param from first row, at least 0
   * @param to row after the last, above {@code from}
   */
  public record Rows(int from, int to) {
    /** Checks that there is at least one row. */
    public Rows {
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException("rows " + from + " to " + to + " are no segment");
      }
    }

    /** Returns the number of steps. */
    public int length() {
      return to - from;
    }
  }
}
