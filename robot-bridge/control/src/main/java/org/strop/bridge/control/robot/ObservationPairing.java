package org.strop.bridge.control.robot;

import org.jspecify.annotations.Nullable;

/**
 * Makes observations of poses and wrenches that come on topics of their own.
 *
 * <p>A pose and a wrench of one stamp belong together. A robot whose topics never share a stamp is
 * noticed after {@value #PATIENCE} samples of each; from then on each pose takes the newest wrench
 * that is at most {@code toleranceNanos} away. Not thread-safe.
 */
final class ObservationPairing {
  static final int PATIENCE = 20;
  private static final int KEPT = 32;

  /** A pose and a wrench; the arrays are never modified. */
  static final class Pair {
    final long stampNanos;
    final double[] pose;
    final double[] wrench;

    Pair(long stampNanos, double[] pose, double[] wrench) {
      this.stampNanos = stampNanos;
      this.pose = pose;
      this.wrench = wrench;
    }
  }

  private final long toleranceNanos;
  private final Recent poses = new Recent();
  private final Recent wrenches = new Recent();
  private boolean synchronous;
  private long lastStamp = Long.MIN_VALUE;

  ObservationPairing(long toleranceNanos) {
    this.toleranceNanos = toleranceNanos;
  }

  /** Adds a pose; returns the pair that it completes, if it is newer than the last. */
  @Nullable Pair pose(long stampNanos, double[] pose) {
    poses.add(stampNanos, pose);
    double[] wrench = wrenches.at(stampNanos);
    if (wrench != null) {
      synchronous = true;
      return pair(stampNanos, pose, wrench);
    }
    return isAsynchronous() && Math.abs(wrenches.stamp() - stampNanos) <= toleranceNanos
        ? pair(stampNanos, pose, wrenches.newest())
        : null;
  }

  /** Adds a wrench; returns the pair that it completes, if it is newer than the last. */
  @Nullable Pair wrench(long stampNanos, double[] wrench) {
    wrenches.add(stampNanos, wrench);
    double[] pose = poses.at(stampNanos);
    if (pose == null) {
      return null;
    }
    synchronous = true;
    return pair(stampNanos, pose, wrench);
  }

  /** Forgets everything: the robot's clock starts anew. */
  void restart() {
    poses.count = 0;
    wrenches.count = 0;
    lastStamp = Long.MIN_VALUE;
  }

  private boolean isAsynchronous() {
    return !synchronous && poses.count >= PATIENCE && wrenches.count >= PATIENCE;
  }

  private @Nullable Pair pair(long stampNanos, double[] pose, double[] wrench) {
    if (stampNanos <= lastStamp) {
      return null;
    }
    lastStamp = stampNanos;
    return new Pair(stampNanos, pose, wrench);
  }

  /** The last few samples of a topic. */
  private static final class Recent {
    private final long[] stamps = new long[KEPT];
    private final double[][] rows = new double[KEPT][];
    private long count;

    void add(long stampNanos, double[] row) {
      int at = (int) (count % KEPT);
      stamps[at] = stampNanos;
      rows[at] = row;
      count++;
    }

    double @Nullable [] at(long stampNanos) {
      for (int i = 0; i < Math.min(count, KEPT); i++) {
        if (stamps[i] == stampNanos) {
          return rows[i];
        }
      }
      return null;
    }

    long stamp() {
      return stamps[(int) ((count - 1) % KEPT)];
    }

    double[] newest() {
      return rows[(int) ((count - 1) % KEPT)];
    }
  }
}
