package org.strop.reward.model;

/**
 * A run of rows of a feature table.
 *
 * @param from first row
 * @param to row after the last, above {@code from}
 */
public record Span(int from, int to) {
  /** Checks that the run is not empty. */
  public Span {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("rows [" + from + ", " + to + ") are empty");
    }
  }

  int length() {
    return to - from;
  }
}
