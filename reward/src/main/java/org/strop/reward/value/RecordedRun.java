package org.strop.reward.value;

/**
 * Consecutive recorded steps.
 *
 * @param policy who acted; {@link #UNKNOWN} where nobody says
 * @param states features of the state of each step, [T][P]; not copied, not modified
 * @param features φ of each step, of which rewards are weighted sums, [T][d]; not copied
 * @param ends whether the episode is over after the last step; otherwise it is cut there
 */
@SuppressWarnings("ArrayRecordComponent") // large tables with one owner, never compared
public record RecordedRun(String policy, double[][] states, double[][] features, boolean ends) {
  /** The policy of steps of which nobody says who acted. */
  public static final String UNKNOWN = "";

  /** Checks the lengths. */
  public RecordedRun {
    if (states.length == 0 || states.length != features.length) {
      throw new IllegalArgumentException(
          states.length + " states, " + features.length + " rows of features");
    }
  }

  /** Creates a run of nobody knows whom. */
  public RecordedRun(double[][] states, double[][] features, boolean ends) {
    this(UNKNOWN, states, features, ends);
  }

  /** Returns how many steps have a next state, or end the episode. */
  int transitions() {
    return states.length - (ends ? 0 : 1);
  }
}
