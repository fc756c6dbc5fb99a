package org.strop.reward.value;

/**
 * Consecutive recorded steps.
 *
 * @param states features of the state of each step, [T][P]; not copied, not modified
 * @param features φ of each step, of which rewards are weighted sums, [T][d]; not copied
 * @param ends whether the episode is over after the last step; otherwise it is cut there
 */
@SuppressWarnings("ArrayRecordComponent") // large tables with one owner, never compared
public record RecordedRun(double[][] states, double[][] features, boolean ends) {
  /** Checks the lengths. */
  public RecordedRun {
    if (states.length == 0 || states.length != features.length) {
      throw new IllegalArgumentException(
          states.length + " states, " + features.length + " rows of features");
    }
  }
}
