package org.strop.reward.likelihood;

/**
 * How an operator scores a single segment.
 *
 * @param levels how many scores there are, at least 2 (10 for 0 to 9)
 * @param logSlope ln of the logits per unit of utility
 * @param firstDeviation prior deviation of the lowest threshold, logits; ours
 * @param gapDeviation prior deviation of the ln of each gap between thresholds; ours
 */
public record ScoreConfig(int levels, Level logSlope, double firstDeviation, double gapDeviation) {
  /** 0 to 9, slope learned. Deviations are ours: wide against the spread of people's scores. */
  public static final ScoreConfig ZERO_TO_NINE =
      new ScoreConfig(10, new Level.Learned(0, 1.5), 3, 1);

  /** Checks the number of levels. */
  public ScoreConfig {
    if (levels < 2) {
      throw new IllegalArgumentException("levels is " + levels + ", must be at least 2");
    }
  }
}
