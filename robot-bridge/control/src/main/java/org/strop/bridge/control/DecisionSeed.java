package org.strop.bridge.control;

/**
 * Seeds of a policy's decisions: one per episode and decision, the same over ROS and in process.
 */
public final class DecisionSeed {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private DecisionSeed() {}

  /**
   * Returns the seed of one decision.
   *
   * <pre>  z = episodeSeed + (decision + 1)·γ, mixed by SplitMix64        Steele et al. 2014</pre>
   *
   * @param decision 0 for the first chunk of the episode, then counting up
   */
  public static long of(long episodeSeed, long decision) {
    long z = episodeSeed + (decision + 1) * GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
