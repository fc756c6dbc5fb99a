package org.strop.bridge.control.record;

import java.util.Locale;

/**
 * How a topic came in during one episode.
 *
 * @param topic its name
 * @param samples samples with stamps in the episode
 * @param measuredHz samples a second between its first and last stamp; 0 with fewer than two
 * @param promisedHz as in the robot's configuration
 * @param outOfOrder samples that came after a later one; put in their place
 * @param duplicates samples with the stamp of an earlier one; only the first is aligned
 * @param nonFinite samples with NaN or infinity; not aligned
 * @param forgotten samples dropped from memory because the episode was too long; in the raw log
 * @param overlapping samples dropped because the clock was set back; in the raw log
 */
public record TopicReport(
    String topic,
    int samples,
    double measuredHz,
    double promisedHz,
    long outOfOrder,
    long duplicates,
    long nonFinite,
    long forgotten,
    long overlapping) {
  /** A topic slower than this share of its promised rate is told. */
  private static final double SLOW = 0.9;

  /** Returns whether anything is worth telling. */
  public boolean isSuspicious() {
    return outOfOrder + duplicates + nonFinite + forgotten + overlapping > 0
        || measuredHz < SLOW * promisedHz;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d samples, %.1f Hz of %.1f, %d out of order, %d duplicate, %d not finite, %d"
            + " forgotten, %d overlapping",
        topic,
        samples,
        measuredHz,
        promisedHz,
        outOfOrder,
        duplicates,
        nonFinite,
        forgotten,
        overlapping);
  }
}
