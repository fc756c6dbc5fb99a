package org.strop.reward.likelihood;

/**
 * How an operator orders a list.
 *
 * @param largestTie most segments that may share a place; 1 is Plackett-Luce without ties
 * @param logTie ln δ of each size of tie from 2 up
 * @param logTemperature ln of the units of utility that are one logit
 */
public record RankingConfig(int largestTie, Level logTie, Level logTemperature) {
  /** Plackett-Luce, nothing to learn. */
  public static final RankingConfig PLACKETT_LUCE =
      new RankingConfig(1, new Level.Fixed(0), new Level.Fixed(0));

  /** Checks the size. */
  public RankingConfig {
    if (largestTie < 1) {
      throw new IllegalArgumentException("largest tie is " + largestTie + ", must be at least 1");
    }
  }
}
