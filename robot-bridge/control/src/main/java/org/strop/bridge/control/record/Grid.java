package org.strop.bridge.control.record;

/**
 * The ticks of an episode: start, start + step, ... up to and including end.
 *
 * @param startNanos first tick, ns
 * @param endNanos end of the episode, ns, not before the start
 * @param stepNanos time between ticks, ns, above 0
 */
record Grid(long startNanos, long endNanos, long stepNanos) {
  Grid {
    if (endNanos < startNanos || stepNanos <= 0) {
      throw new IllegalArgumentException(
          "episode from " + startNanos + " to " + endNanos + " ns in steps of " + stepNanos);
    }
  }

  int ticks() {
    return Math.toIntExact((endNanos - startNanos) / stepNanos) + 1;
  }

  long tick(int k) {
    return startNanos + k * stepNanos;
  }

  long lastTick() {
    return tick(ticks() - 1);
  }
}
