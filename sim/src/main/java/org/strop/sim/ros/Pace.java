package org.strop.sim.ros;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds simulated time back to a multiple of wall time. Results never depend on it. */
final class Pace {
  private final double speed;
  private final long startWall = System.nanoTime();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition never = lock.newCondition();

  /** Creates a pace; speed 0 does not hold back. */
  Pace(double speed) {
    this.speed = speed;
  }

  /** Waits until wall time has caught up with this much simulated time. */
  void await(long simulatedNanos) throws InterruptedException {
    if (speed <= 0) {
      return;
    }
    long due = startWall + Math.round(simulatedNanos / speed);
    lock.lock();
    try {
      long left = due - System.nanoTime();
      while (left > 0) {
        left = never.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
