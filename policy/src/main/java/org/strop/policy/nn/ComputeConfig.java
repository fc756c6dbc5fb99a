package org.strop.policy.nn;

import org.strop.configs.Bounds;

/**
 * What computes: device and threads. Both are fixed for the life of the process.
 *
 * @param device where tensors live; {@code cuda} without a GPU is an error, never a silent CPU run
 * @param threads of one operation, at least 1; sums may round differently with another number, so
 *     it belongs to what makes a run repeatable. Ours: 1; on this size of network 2 gain a third on
 *     idle cores and lose much more on busy ones, where they wait for each other
 */
public record ComputeConfig(DeviceKind device, @Bounds(min = 1, max = 256) int threads) {
  /** Checks the number of threads. */
  public ComputeConfig {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", but must be at least 1");
    }
  }
}
