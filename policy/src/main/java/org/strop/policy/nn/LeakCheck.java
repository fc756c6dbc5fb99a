package org.strop.policy.nn;

import ai.djl.ndarray.NDManager;
import java.util.function.LongConsumer;

/** Counts live arrays, so that a loop can be shown not to leak any. */
public final class LeakCheck {
  private LeakCheck() {}

  /** Returns the number of arrays alive under a manager, at any depth. */
  public static int liveArrays(NDManager manager) {
    return manager.getManagedArrays().size();
  }

  /**
   * Runs a step several times and returns how many arrays the later runs left behind; 0 is right.
   *
   * @param warmup runs before the first count, at least 1: what is kept for good is made there
   * @param runs between the counts, at least 1
   * @param step gets the number of the run
   */
  public static int leaked(NDManager manager, int warmup, int runs, LongConsumer step) {
    for (long i = 0; i < warmup; i++) {
      step.accept(i);
    }
    int before = liveArrays(manager);
    for (long i = warmup; i < (long) warmup + runs; i++) {
      step.accept(i);
    }
    return liveArrays(manager) - before;
  }
}
