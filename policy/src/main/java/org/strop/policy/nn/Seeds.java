package org.strop.policy.nn;

import java.util.SplittableRandom;

/**
 * Random streams by name: the stream of (seed, purpose, index) is always the same.
 *
 * <p>Training draws the noise of step s from the stream of s, so a run's random state is its seed
 * and its step, and resuming is exact.
 */
public final class Seeds {
  private Seeds() {}

  /**
   * Returns the stream of a purpose.
   *
   * @param purpose short word, for example {@code batch}; different words, independent streams
   * @param index step, epoch or member
   */
  public static SplittableRandom stream(long seed, String purpose, long index) {
    long h = mix(seed ^ 0x9E3779B97F4A7C15L);
    for (int i = 0; i < purpose.length(); i++) {
      h = mix(h * 31 + purpose.charAt(i));
    }
    return new SplittableRandom(mix(h ^ mix(index + 0x632BE59BD9B4E019L)));
  }

  /** Fills with draws from N(0, 1). */
  public static void gaussian(SplittableRandom random, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) random.nextGaussian();
    }
  }

  /** Returns 0 to n - 1 in random order (Fisher and Yates). */
  public static int[] permutation(SplittableRandom random, int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Stafford's variant 13 of the 64-bit finaliser of MurmurHash3, as in SplitMix64. */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
