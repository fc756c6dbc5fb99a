package org.strop.bridge.trajectory;

/**
 * Who said it, how, and when.
 *
 * @param kind {@code person}, {@code simulated}, {@code imported} or {@code transferred}
 * @param operator the annotator's id
 * @param wallTimeMillis time of the answer, ms since 1970 UTC
 * @param responseMillis time from showing to answering, ms; -1 where unknown
 * @param confidence in [0, 1]; 1 where nothing is known
 */
public record Provenance(
    String kind, String operator, long wallTimeMillis, long responseMillis, double confidence) {
  /** Checks the confidence. */
  public Provenance {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is " + confidence + ", but must be in [0, 1]");
    }
  }
}
