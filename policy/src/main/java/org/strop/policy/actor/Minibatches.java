package org.strop.policy.actor;

import java.util.SplittableRandom;
import org.strop.policy.nn.Seeds;

/**
 * Draws the batch of a step from (seed, purpose, step) alone.
 *
 * @param purpose names the stream
 */
public record Minibatches(long seed, String purpose) {
  /** Returns {@code size} of n indices, with repetition; n is at least 1. */
  public int[] draw(long step, int size, int n) {
    SplittableRandom random = Seeds.stream(seed, purpose, step);
    return random.ints(size, 0, n).toArray();
  }
}
