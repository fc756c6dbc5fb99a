package org.strop.bridge.control;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a law on many seeded random cases; a failure names the seed that replays it. */
public final class Properties {
  private Properties() {}

  /** Runs the law {@code trials} times, or once with {@code -Dtest.seed=N}. */
  public static void forAll(int trials, Consumer<SplittableRandom> law) {
    Long only = Long.getLong("test.seed");
    for (long seed = only == null ? 0 : only; only == null ? seed < trials : seed == only; seed++) {
      try {
        law.accept(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("the law fails; replay it with -Dtest.seed=" + seed, e);
      }
    }
  }
}
