package org.strop.bridge.control;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the arm's side of a link that no command came for too long, so that it holds.
 *
 * <p>Counts from the last {@link #feed}, or from {@link #arm} before the first. Unarmed it never
 * expires. It does not latch: latch {@link Fault#LINK_LOST} where it expired. Thread-safe;
 * allocates nothing, never throws, never blocks. Time is the caller's, simulated or real.
 */
public final class LinkWatchdog {
  private static final long UNARMED = Long.MIN_VALUE;

  private final long maxAgeNanos;
  private final AtomicLong lastNanos = new AtomicLong(UNARMED);

  /**
   * Creates an unarmed watchdog.
   *
   * @param maxAgeNanos longest silence, ns, above 0
   */
  public LinkWatchdog(long maxAgeNanos) {
    if (maxAgeNanos <= 0) {
      throw new IllegalArgumentException("maxAgeNanos is " + maxAgeNanos + ", but must be above 0");
    }
    this.maxAgeNanos = maxAgeNanos;
  }

  /** Starts to count, as if a command came now. */
  public void arm(long nowNanos) {
    lastNanos.set(nowNanos);
  }

  /** Stops counting. */
  public void disarm() {
    lastNanos.set(UNARMED);
  }

  /** Notes a command; ignored while unarmed, and where a later one was noted already. */
  public void feed(long nowNanos) {
    long last = lastNanos.get();
    while (last != UNARMED && nowNanos > last && !lastNanos.compareAndSet(last, nowNanos)) {
      last = lastNanos.get();
    }
  }

  /** Returns whether it is armed and the silence is longer than allowed. */
  public boolean expired(long nowNanos) {
    long last = lastNanos.get();
    return last != UNARMED && nowNanos - last > maxAgeNanos;
  }
}
