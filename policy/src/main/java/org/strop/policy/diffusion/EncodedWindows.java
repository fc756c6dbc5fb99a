package org.strop.policy.diffusion;

import java.util.List;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;

/**
 * Every step of some trajectories as an encoded observation and the encoded chunk that follows it:
 * n windows, as flat row-major arrays. Immutable once built.
 */
final class EncodedWindows {
  private final ChunkProcessor processor;
  private final int size;
  private final float[] observations;
  private final float[] chunks;

  private EncodedWindows(ChunkProcessor processor, int size) {
    this.processor = processor;
    this.size = size;
    observations = new float[Math.multiplyExact(size, processor.observationWidth())];
    chunks = new float[Math.multiplyExact(size, processor.chunkWidth())];
  }

  static EncodedWindows of(ChunkProcessor processor, Trajectory trajectory) {
    return of(processor, List.of(trajectory));
  }

  static EncodedWindows of(ChunkProcessor processor, List<Trajectory> trajectories) {
    int steps = trajectories.stream().mapToInt(Trajectory::length).sum();
    EncodedWindows windows = new EncodedWindows(processor, steps);
    int at = 0;
    for (Trajectory trajectory : trajectories) {
      at = windows.fill(trajectory, at);
    }
    return windows;
  }

  private int fill(Trajectory trajectory, int first) {
    ChannelSpec action = processor.state().action();
    FloatMatrix actions = trajectory.channel(action);
    int at = first;
    for (int t = 0; t < trajectory.length(); t++, at++) {
      float[] anchor =
          processor.encodeObservation(
              trajectory::channel, t, observations, at * processor.observationWidth());
      processor.encodeActions(actions, t, anchor, chunks, at * processor.chunkWidth());
    }
    return at;
  }

  /** Returns n. */
  int size() {
    return size;
  }

  /** Returns all encoded observations; shared, not to be modified. */
  float[] observations() {
    return observations;
  }

  /** Returns all encoded chunks; shared, not to be modified. */
  float[] chunks() {
    return chunks;
  }

  FloatMatrix observationMatrix() {
    return FloatMatrix.of(size, processor.observationWidth(), observations);
  }

  FloatMatrix actionMatrix() {
    return FloatMatrix.of(size, processor.chunkWidth(), chunks);
  }
}
