package org.strop.bridge.ros.ros1;

import java.util.function.LongSupplier;

/** A node's time: wall time, or what {@code /clock} said last. Thread-safe. */
final class NodeClock implements LongSupplier {
  private final LongSupplier wallNanos;
  private volatile boolean simulated;
  private volatile long simulatedNanos;

  NodeClock(LongSupplier wallNanos) {
    this.wallNanos = wallNanos;
  }

  /** Follows {@code /clock} from now on; the time is 0 until its first message. */
  void simulate() {
    simulated = true;
  }

  void set(long nanos) {
    simulatedNanos = nanos;
  }

  @Override
  public long getAsLong() {
    return simulated ? simulatedNanos : wallNanos.getAsLong();
  }
}
