package org.strop.sim.cell;

import java.util.SplittableRandom;

/** Independent streams of random numbers of one episode, each for one purpose. */
public enum Streams {
  /** The produce instance. */
  PRODUCE,
  /** Bias, drift and noise of the wrist sensor. */
  SENSOR,
  /** Where the blade starts. */
  START,
  /** The demonstrator's style, drift and lapses. */
  DEMONSTRATOR,
  /** Exploration added to a policy's actions. */
  EXPLORATION,
  /** The policy's own randomness. */
  POLICY;

  /** Returns this stream of an episode; streams of different seeds or purposes are independent. */
  public SplittableRandom of(long seed) {
    return new SplittableRandom(mix(mix(seed) + ordinal() + 1));
  }

  /** Returns a seed for one decision of an episode, the same whatever else runs beside it. */
  public long seedOf(long seed, long variant, int step) {
    return mix(mix(mix(mix(seed) + ordinal() + 1) + variant) + step);
  }

  // Finaliser of MurmurHash3 in Stafford's variant 13, as in SplittableRandom itself.
  private static long mix(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
