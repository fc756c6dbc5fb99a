package org.strop.reward.choice;

import java.util.Arrays;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.likelihood.Answer;

/**
 * An answer with what its segments are worth.
 *
 * @param operator who answered
 * @param segments features of each segment of the answer, [n][K], finite: for example partial
 *     return and negative regret; not copied, not modified
 * @param answer about these segments
 * @param weight at least 0
 */
@SuppressWarnings("ArrayRecordComponent") // rows of a table with one owner, never compared
public record Observation(String operator, double[][] segments, Answer answer, double weight) {
  /**
   * Checks the numbers.
   *
   * @throws StropException {@code CORRUPT_DATA} if a feature is NaN or infinite
   */
  public Observation {
    int width = segments.length == 0 ? 0 : segments[0].length;
    boolean even = Arrays.stream(segments).allMatch(s -> s.length == width);
    if (segments.length != answer.segments() || !even || !(weight >= 0)) {
      throw new IllegalArgumentException(
          segments.length + " segments for " + answer + ", weight " + weight);
    }
    for (int i = 0; i < segments.length; i++) {
      for (int k = 0; k < width; k++) {
        if (!Double.isFinite(segments[i][k])) {
          throw new StropException(
              ErrorCode.CORRUPT_DATA,
              "Feature " + k + " of segment " + i + " is " + segments[i][k] + ".",
              answer + " of operator " + operator,
              "leave the label out, or mend the recording that it speaks of.");
        }
      }
    }
  }

  int width() {
    return segments[0].length;
  }
}
