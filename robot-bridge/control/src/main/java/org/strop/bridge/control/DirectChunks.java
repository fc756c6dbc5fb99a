package org.strop.bridge.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;

/** Computes each chunk in the caller's thread before {@link #request} returns. */
final class DirectChunks implements ChunkSource {
  private final Policy policy;
  private @Nullable ActionChunk ready;
  private boolean failed;

  DirectChunks(Policy policy) {
    this.policy = policy;
  }

  @Override
  public boolean request(ObservationWindow window) {
    if (ready != null) {
      return false;
    }
    ready = ask(policy, window);
    failed |= ready == null;
    return true;
  }

  /**
   * Returns the policy's answer, or null where it throws or answers with another count than one.
   */
  static @Nullable ActionChunk ask(Policy policy, ObservationWindow window) {
    try {
      List<ActionChunk> chunks = policy.act(List.of(window));
      return chunks.size() == 1 ? chunks.get(0) : null;
    } catch (RuntimeException e) { // the edge to foreign code: a fault, not the end of the loop
      return null;
    }
  }

  @Override
  public @Nullable ActionChunk poll() {
    ActionChunk chunk = ready;
    ready = null;
    return chunk;
  }

  @Override
  public boolean takeFailure() {
    boolean was = failed;
    failed = false;
    return was;
  }

  @Override
  public void close() {}
}
