package org.strop.bridge.ros.ros1.tcpros;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Bounded queue of one connection. Three states: open, finishing (takes no more), closed (empty).
 */
final class BoundedQueue<E> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<E> queue = new ArrayDeque<>();
  private final int capacity;
  private boolean finishing;
  private boolean closed;

  BoundedQueue(int capacity) {
    this.capacity = capacity;
  }

  /** Adds an element; if the queue is full, the oldest goes. Returns whether one went. */
  boolean addDroppingOldest(E element) {
    lock.lock();
    try {
      if (finishing || closed) {
        return false;
      }
      boolean full = queue.size() >= capacity;
      if (full) {
        queue.removeFirst();
      }
      queue.addLast(element);
      changed.signalAll();
      return full;
    } finally {
      lock.unlock();
    }
  }

  /** Adds an element as soon as there is room; an element for a closed queue is let go. */
  void addWaiting(E element) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queue.size() >= capacity && !finishing && !closed) {
        changed.await();
      }
      if (!finishing && !closed) {
        queue.addLast(element);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns the next element; null at once if there is none. */
  @Nullable E poll() {
    lock.lock();
    try {
      E element = queue.pollFirst();
      if (element != null) {
        changed.signalAll();
      }
      return element;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next element; null when no more will come. */
  @Nullable E take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queue.isEmpty() && !finishing && !closed) {
        changed.await();
      }
      E element = queue.pollFirst();
      changed.signalAll();
      return element;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more elements; those inside can still be taken. */
  void finish() {
    lock.lock();
    try {
      finishing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more elements and forgets those inside. */
  void close() {
    lock.lock();
    try {
      closed = true;
      queue.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
