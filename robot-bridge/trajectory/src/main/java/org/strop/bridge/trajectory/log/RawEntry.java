package org.strop.bridge.trajectory.log;

import java.util.Arrays;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.codec.LogCodec;

/** One thing in a raw log, in the order in which it came. */
public sealed interface RawEntry {
  /** Returns when it was true, robot clock, ns. */
  long stampNanos();

  /** Returns when it was received, ns; the clock of the recorder. */
  long receiveNanos();

  /**
   * Values of a channel.
   *
   * @param key of the channel
   * @param values as many as the channel is wide; copied in and out
   */
  record RawSample(String key, long stampNanos, long receiveNanos, float[] values)
      implements RawEntry {
    /** Copies the values. */
    public RawSample {
      values = values.clone();
    }

    @Override
    public float[] values() {
      return values.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof RawSample o
          && key.equals(o.key)
          && stampNanos == o.stampNanos
          && receiveNanos == o.receiveNanos
          && Arrays.equals(values, o.values);
    }

    @Override
    public int hashCode() {
      return 31 * key.hashCode() + Long.hashCode(stampNanos);
    }

    @Override
    public String toString() {
      return key + "@" + stampNanos + Arrays.toString(values);
    }
  }

  /** Something that happened. */
  record RawEvent(TrajectoryEvent event, long receiveNanos) implements RawEntry {
    @Override
    public long stampNanos() {
      return event.stampNanos();
    }
  }

  /** An image of a camera, for example of channel {@code observation.images.wrist}. */
  record RawImage(String key, LogCodec.CameraImage image, long receiveNanos) implements RawEntry {
    @Override
    public long stampNanos() {
      return image.stampNanos();
    }
  }
}
