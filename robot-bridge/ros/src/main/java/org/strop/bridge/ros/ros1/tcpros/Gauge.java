package org.strop.bridge.ros.ros1.tcpros;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A number that can be waited for. Thread-safe. */
final class Gauge {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int value;

  void add(int change) {
    lock.lock();
    try {
      value += change;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int get() {
    lock.lock();
    try {
      return value;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the number is at least n; an interrupt ends the wait and stays set. */
  boolean await(int n, Duration timeout) {
    lock.lock();
    try {
      long left = timeout.toNanos();
      while (value < n && left > 0) {
        left = changed.awaitNanos(left);
      }
      return value >= n;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
