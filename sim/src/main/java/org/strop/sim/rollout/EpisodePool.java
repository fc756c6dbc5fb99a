package org.strop.sim.rollout;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Computes episodes on several threads and hands them over in order, on the caller's thread. At
 * most a few per thread are waiting at any time, so memory does not grow with their number.
 */
public final class EpisodePool implements AutoCloseable {
  private static final int WAITING_PER_THREAD = 8;

  private final int threads;
  private final ExecutorService pool;

  /**
   * Creates a pool.
   *
   * @param threads at least 1
   */
  public EpisodePool(int threads) {
    this.threads = threads;
    pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "episodes");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Computes n episodes.
   *
   * @param episode called with 0 to n − 1 on any thread; must depend on that number alone
   * @param sink called with each result, in order
   */
  public <T> void inOrder(int n, IntFunction<T> episode, Consumer<T> sink) {
    ArrayDeque<Future<T>> waiting = new ArrayDeque<>();
    int next = 0;
    try {
      while (next < n || !waiting.isEmpty()) {
        while (next < n && waiting.size() < WAITING_PER_THREAD * threads) {
          int index = next++;
          waiting.add(pool.submit(() -> episode.apply(index)));
        }
        sink.accept(get(waiting.remove()));
      }
    } finally {
      waiting.forEach(future -> future.cancel(false)); // after a failure nobody wants the rest
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an episode", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("an episode failed", e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
