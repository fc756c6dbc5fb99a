package org.strop.bridge.trajectory;

/**
 * Names a run of steps of an episode.
 *
 * @param episodeId the episode
 * @param from first step, at least 0
 * @param to step after the last, above {@code from}
 */
public record SegmentRef(String episodeId, int from, int to) {
  /** Checks that the run is not empty. */
  public SegmentRef {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "segment [" + from + ", " + to + ") of " + episodeId + " is empty");
    }
  }

  /** Returns the segment that is a whole trajectory. */
  public static SegmentRef whole(Trajectory trajectory) {
    return new SegmentRef(trajectory.info().episodeId(), 0, trajectory.length());
  }

  /** Returns the number of steps. */
  public int length() {
    return to - from;
  }
}
