package org.strop.bridge.control.robot;

import java.util.Optional;

/** What the robot's episode topic says. */
public sealed interface EpisodeEvent {
  /** Returns the episode. */
  String id();

  /** Returns when, ns of the robot's clock. */
  long stampNanos();

  /** The episode begins; this is the stamp of its first tick. */
  record Start(String id, long stampNanos) implements EpisodeEvent {}

  /** The episode ended; this is the stamp of its last tick. */
  record End(String id, long stampNanos, String outcome) implements EpisodeEvent {}

  /**
   * Reads {@code start <id> <stampNanos>} or {@code end <id> <stampNanos> <outcome>}; empty for
   * anything else.
   */
  public static Optional<EpisodeEvent> parse(String text) {
    String[] words = text.strip().split("\\s+", -1);
    boolean start = words.length == 3 && words[0].equals("start");
    boolean end = words.length == 4 && words[0].equals("end");
    if ((!start && !end) || !words[2].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    long stamp = Long.parseLong(words[2]);
    return Optional.of(start ? new Start(words[1], stamp) : new End(words[1], stamp, words[3]));
  }
}
