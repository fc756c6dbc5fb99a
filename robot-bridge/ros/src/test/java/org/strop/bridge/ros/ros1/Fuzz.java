package org.strop.bridge.ros.ros1;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/** Damaged bytes, replayable by seed: {@code -Dtest.seed=N}. */
public final class Fuzz {
  private static final long SEED = Long.getLong("test.seed", 20_260_101L);

  /** What no small input may cost, bytes: far under the limits, far over the loading of classes. */
  public static final long MUCH_MEMORY = 8 << 20;

  /** A law about one damaged input. */
  @FunctionalInterface
  public interface Law {
    void check(byte[] input) throws Exception;
  }

  private Fuzz() {}

  /** Checks a law on random bytes, and on a valid document with bytes changed, cut or doubled. */
  public static void forAll(int trials, byte[] valid, Law law) throws Exception {
    for (int trial = 0; trial < trials; trial++) {
      SplittableRandom random = new SplittableRandom(SEED + trial);
      byte[] input = trial % 3 == 0 ? bytes(random) : damaged(valid, random);
      try {
        law.check(input);
      } catch (Exception | Error e) {
        throw new AssertionError(
            "trial " + trial + ", replay with -Dtest.seed=" + SEED + ": " + e, e);
      }
    }
  }

  private static byte[] bytes(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] damaged(byte[] valid, SplittableRandom random) {
    byte[] bytes = valid.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = java.util.Arrays.copyOf(bytes, at);
        default -> {
          int from = random.nextInt(bytes.length);
          int n = Math.min(bytes.length - from, bytes.length - at);
          System.arraycopy(valid, from, bytes, at, n);
        }
      }
    }
    return bytes;
  }

  /** Returns the bytes that this thread has allocated so far. */
  public static long allocatedBytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
