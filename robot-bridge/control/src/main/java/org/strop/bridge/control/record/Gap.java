package org.strop.bridge.control.record;

import java.util.Locale;

/**
 * A stretch that a topic does not cover.
 *
 * @param topic its name
 * @param fromNanos stamp of the last sample before it; the episode's start where there is none
 * @param toNanos stamp of the first sample after it; the episode's end where there is none
 * @param clockSetBack whether stamps went back there: what overlapped was dropped
 */
record Gap(String topic, long fromNanos, long toNanos, boolean clockSetBack) {
  Gap(String topic, long fromNanos, long toNanos) {
    this(topic, fromNanos, toNanos, false);
  }

  String describe(long startNanos) {
    if (clockSetBack) {
      return String.format(
          Locale.ROOT,
          "the clock was set back: stamps of %s went back after %.3f s; what overlapped was"
              + " dropped",
          topic,
          (fromNanos - startNanos) * 1e-9);
    }
    return String.format(
        Locale.ROOT,
        "gap of %.3f s in %s from %.3f s on",
        (toNanos - fromNanos) * 1e-9,
        topic,
        (fromNanos - startNanos) * 1e-9);
  }
}
