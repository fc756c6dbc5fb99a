package org.strop.launch.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Repetitions of some work in a second: median of several runs after a warm-up. */
final class Rate {
  private static final int RUNS = 5;
  private static final int BATCH = 500;

  private final double secondsPerRun;

  Rate(double secondsPerRun) {
    this.secondsPerRun = secondsPerRun;
  }

  /** Measures one thread. */
  double of(Runnable work) {
    run(work, 2 * secondsPerRun);
    double[] rates = new double[RUNS];
    Arrays.setAll(rates, i -> run(work, secondsPerRun));
    return median(rates);
  }

  /**
   * Measures several threads together, each with work of its own; repetitions of all in a second.
   */
  double of(Supplier<Runnable> work, int threads) throws InterruptedException {
    double[] rates = new double[RUNS];
    Runnable[] all = new Runnable[threads];
    Arrays.setAll(all, i -> work.get());
    for (Runnable each : all) {
      run(each, secondsPerRun);
    }
    for (int r = 0; r < RUNS; r++) {
      rates[r] = together(all);
    }
    return median(rates);
  }

  private double together(Runnable[] all) throws InterruptedException {
    double[] rates = new double[all.length];
    CountDownLatch start = new CountDownLatch(all.length);
    Thread[] threads = new Thread[all.length];
    for (int i = 0; i < all.length; i++) {
      int index = i;
      threads[i] =
          new Thread(
              () -> {
                start.countDown();
                try {
                  start.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                  return;
                }
                rates[index] = run(all[index], secondsPerRun);
              },
              "bench-" + i);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return Arrays.stream(rates).sum();
  }

  private static double run(Runnable work, double seconds) {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    long count = 0;
    long now = start;
    while (now < end) {
      for (int i = 0; i < BATCH; i++) {
        work.run();
      }
      count += BATCH;
      now = System.nanoTime();
    }
    return count / ((now - start) * 1e-9);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
