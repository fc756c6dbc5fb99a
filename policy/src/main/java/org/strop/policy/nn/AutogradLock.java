package org.strop.policy.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Guards the process's only gradient collector: DJL allows one at a time, over all threads.
 *
 * <p>A second thread waits until the first has closed its scope; the same thread must not nest.
 */
public final class AutogradLock {
  private static final ReentrantLock LOCK = new ReentrantLock(true);

  private AutogradLock() {}

  /**
   * Returns a scope in which gradients are recorded; waits for any other thread's scope to close.
   *
   * @throws IllegalStateException if this thread holds one already
   */
  public static Scope acquire() {
    if (LOCK.isHeldByCurrentThread()) {
      throw new IllegalStateException("this thread records gradients already; scopes do not nest");
    }
    LOCK.lock();
    try {
      return new Scope(Engine.getEngine("PyTorch").newGradientCollector());
    } catch (RuntimeException | Error e) {
      LOCK.unlock();
      throw e;
    }
  }

  /** Records gradients until closed; used by one thread. */
  public static final class Scope implements AutoCloseable {
    private final GradientCollector collector;

    private Scope(GradientCollector collector) {
      this.collector = collector;
    }

    /**
     * Adds dL/dp to the gradient of every leaf p.
     *
     * @param loss scalar, shape []
     */
    public void backward(NDArray loss) {
      collector.backward(loss);
    }

    @Override
    public void close() {
      try {
        collector.close();
      } finally {
        LOCK.unlock();
      }
    }
  }
}
