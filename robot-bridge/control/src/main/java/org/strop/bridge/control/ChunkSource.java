package org.strop.bridge.control;

import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.ObservationWindow;

/** Where the run loop gets its chunks from: computed at once, or on the side. */
interface ChunkSource extends AutoCloseable {
  /** Asks for the chunk of a window; returns false while an earlier one is not fetched yet. */
  boolean request(ObservationWindow window);

  /** Returns the chunk that is ready, once; null while there is none. */
  @Nullable ActionChunk poll();

  /** Returns whether the policy failed since the last call. */
  boolean takeFailure();

  @Override
  void close();
}
