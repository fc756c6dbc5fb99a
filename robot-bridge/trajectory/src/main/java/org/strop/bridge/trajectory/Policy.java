package org.strop.bridge.trajectory;

import java.util.List;

/**
 * Turns observation windows into action chunks.
 *
 * <p>Stateless between calls: everything that a decision depends on is in its window. Not
 * thread-safe unless the implementation says so.
 */
public interface Policy extends AutoCloseable {
  /** Returns what it needs and gives. */
  PolicySpec spec();

  /**
   * Returns one chunk per window, in order. A batch of n gives the same chunks as n batches of one,
   * up to float rounding.
   *
   * @throws IllegalArgumentException if a window lacks a channel or has another shape than the spec
   */
  List<ActionChunk> act(List<ObservationWindow> windows);

  @Override
  void close();
}
