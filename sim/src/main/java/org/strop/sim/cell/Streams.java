package org.strop.sim.cell;

import java.util.SplittableRandom;

/** Independent streams of random numbers of one episode, each for one purpose. */
public enum Streams {
  /** The produce instance. */
  PRODUCE(1),
  /** Bias, drift and noise of the wrist sensor. */
  SENSOR(2),
  /** Where the blade starts. */
  START(3),
  /** The demonstrator's style, drift and lapses. */
  DEMONSTRATOR(4),
  /** Exploration added to a policy's actions. */
  EXPLORATION(5),
  /** The policy's own randomness. */
  POLICY(6);

  private final int salt;

  Streams(int salt) {
    this.salt = salt;
  }

  /** Returns this stream of an episode; streams of different seeds or purposes are independent. */
  public SplittableRandom of(long seed) {
    return new SplittableRandom(mix(mix(seed) + salt));
  }

  /** Returns a seed for one decision of an episode, the same whatever else runs beside it. */
  public long seedOf(long seed, long variant, int step) {
    return mix(mix(mix(mix(seed) + salt) + variant) + step);
  }

  // Finaliser of MurmurHash3 in Stafford's variant 13, as in SplittableRandom itself.
  private static long mix(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
