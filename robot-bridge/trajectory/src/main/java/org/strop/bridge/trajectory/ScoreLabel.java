package org.strop.bridge.trajectory;

import java.util.Set;
import java.util.TreeSet;

/**
 * A 0-9 score of a segment, with causes.
 *
 * @param labelId unique
 * @param segment what was scored
 * @param score 0 (worst) to 9 (best)
 * @param causes tags such as {@code too_low}, {@code too_high}, {@code short_thick}, {@code
 *     long_thin}; may be empty
 * @param provenance who said it
 */
public record ScoreLabel(
    String labelId, SegmentRef segment, int score, Set<String> causes, Provenance provenance) {
  /** Checks the score. */
  public ScoreLabel {
    causes = java.util.Collections.unmodifiableSet(new TreeSet<>(causes));
    if (score < 0 || score > 9) {
      throw new IllegalArgumentException("score is " + score + ", but must be 0 to 9");
    }
  }
}
