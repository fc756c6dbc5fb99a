package org.strop.bridge.control;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;

/**
 * Computes chunks on a thread of its own, so that a slow policy never holds up the control loop.
 * One request at a time; no locks.
 */
final class BackgroundChunks implements ChunkSource {
  private final Policy policy;
  private final AtomicReference<@Nullable ObservationWindow> wanted = new AtomicReference<>();
  private final AtomicReference<@Nullable ActionChunk> ready = new AtomicReference<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean failed = new AtomicBoolean();
  private final Thread thread = new Thread(this::work, "strop-policy");
  private volatile boolean closed;

  private BackgroundChunks(Policy policy) {
    this.policy = policy;
  }

  static BackgroundChunks start(Policy policy) {
    BackgroundChunks chunks = new BackgroundChunks(policy);
    chunks.thread.setDaemon(true);
    chunks.thread.start();
    return chunks;
  }

  private void work() {
    while (!closed) {
      ObservationWindow window = wanted.getAndSet(null);
      if (window == null) {
        LockSupport.park(this);
        continue;
      }
      ActionChunk chunk = DirectChunks.ask(policy, window);
      if (chunk == null) {
        failed.set(true);
        busy.set(false);
      } else {
        ready.set(chunk);
      }
    }
  }

  @Override
  public boolean request(ObservationWindow window) {
    if (!busy.compareAndSet(false, true)) {
      return false;
    }
    wanted.set(window);
    LockSupport.unpark(thread);
    return true;
  }

  @Override
  public @Nullable ActionChunk poll() {
    ActionChunk chunk = ready.getAndSet(null);
    if (chunk != null) {
      busy.set(false);
    }
    return chunk;
  }

  @Override
  public boolean takeFailure() {
    return failed.getAndSet(false);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
