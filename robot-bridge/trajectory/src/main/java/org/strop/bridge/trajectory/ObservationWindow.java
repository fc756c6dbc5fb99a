package org.strop.bridge.trajectory;

import java.util.Map;

/**
 * The last W steps of what a policy observes. Before the first step of an episode the first
 * observation is repeated.
 *
 * @param stampNanos stamp of the newest step, ns
 * @param channels by key, each [W, width], oldest row first
 * @param seed of any randomness in this decision: same window and seed, same chunk
 */
public record ObservationWindow(long stampNanos, Map<String, FloatMatrix> channels, long seed) {
  /** Copies the map. */
  public ObservationWindow {
    channels = Map.copyOf(channels);
  }
}
