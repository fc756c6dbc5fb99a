package org.strop.bridge.control;

import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.ActionChunk;

/**
 * Executes action chunks by their stamps: the receding horizon of a chunked policy.
 *
 * <p>Action k of a chunk is for the tick nearest to observation stamp + k·step. Only the first Ta
 * actions are executed. A chunk all of whose actions lie in the past, or that answers an older
 * observation than the current one, is dropped and counted, never executed. Not thread-safe. {@link
 * #action} and {@link #remaining} allocate nothing and never throw.
 */
public final class ChunkFollower {
  private final int actionSteps;
  private final float[] row = new float[7];
  private @Nullable ActionChunk chunk;
  private long lateChunks;
  private long outdatedChunks;

  /**
   * Creates a follower without a chunk that executes at most the given number of actions of each.
   */
  public ChunkFollower(int actionSteps) {
    this.actionSteps = actionSteps;
  }

  /** What became of an offered chunk. */
  public enum Verdict {
    /** It is the current one now. */
    TAKEN,
    /** All its actions lie in the past. */
    LATE,
    /** It answers an older observation than the current one. */
    OUTDATED,
    /** It has no actions, another width than 7, or no step time. */
    MALFORMED
  }

  /** Takes a chunk, or says why not. */
  public Verdict offer(ActionChunk offered, long tickNanos) {
    if (offered.actions().cols() != 7 || offered.actions().rows() < 1 || offered.stepNanos() <= 0) {
      return Verdict.MALFORMED;
    }
    ActionChunk current = chunk;
    if (current != null && offered.observationStampNanos() < current.observationStampNanos()) {
      outdatedChunks++;
      return Verdict.OUTDATED;
    }
    if (index(offered, tickNanos) >= length(offered)) {
      lateChunks++;
      return Verdict.LATE;
    }
    chunk = offered;
    return Verdict.TAKEN;
  }

  /**
   * Copies the action for a tick.
   *
   * @param out length 7; overwritten only when this returns true
   * @return whether the current chunk has one
   */
  public boolean action(long tickNanos, double[] out) {
    ActionChunk current = chunk;
    if (current == null || remaining(tickNanos) == 0) {
      return false;
    }
    long index = index(current, tickNanos);
    if (index < 0) {
      return false;
    }
    current.actions().copyRow((int) index, row, 0);
    for (int i = 0; i < 7; i++) {
      out[i] = row[i];
    }
    return true;
  }

  /** Returns how many actions are left from this tick on, that of this tick included. */
  public int remaining(long tickNanos) {
    ActionChunk current = chunk;
    if (current == null) {
      return 0;
    }
    return (int) Math.max(0, length(current) - Math.max(0, index(current, tickNanos)));
  }

  /** Forgets the current chunk. */
  public void clear() {
    chunk = null;
  }

  /** Returns how many chunks came too late. */
  public long lateChunks() {
    return lateChunks;
  }

  /** Returns how many chunks were overtaken by a newer one. */
  public long outdatedChunks() {
    return outdatedChunks;
  }

  private int length(ActionChunk of) {
    return Math.min(actionSteps, of.actions().rows());
  }

  /** Nearest action; negative before the chunk begins. */
  private static long index(ActionChunk of, long tickNanos) {
    long since = tickNanos - of.observationStampNanos();
    return Math.floorDiv(since + of.stepNanos() / 2, of.stepNanos());
  }
}
