package org.strop.bridge.control;

import java.util.concurrent.locks.LockSupport;

/** Time that the loop waits by; a test puts its own in. */
interface Ticker {
  /** Returns the watch, ns: never stops, never jumps. */
  long nanos();

  /** Waits until the watch shows the deadline; returns at once when it has passed. */
  void awaitUntil(long deadlineNanos);

  /** The machine's own. */
  static Ticker system() {
    return new Ticker() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void awaitUntil(long deadlineNanos) {
        long left = deadlineNanos - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
          LockSupport.parkNanos(this, left);
          left = deadlineNanos - System.nanoTime();
        }
      }
    };
  }
}
