package org.strop.bridge.trajectory.log;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.codec.ChannelWords;
import org.strop.bridge.trajectory.codec.LogCodec;
import org.strop.bridge.trajectory.codec.SampleCodec;
import org.strop.bridge.trajectory.codec.SchemaFile;
import org.strop.bridge.trajectory.mcap.McapOptions;
import org.strop.bridge.trajectory.mcap.McapWriter;

/**
 * Appends samples to a log as they arrive.
 *
 * <p>A killed process loses at most what came after the last chunk: 64 KiB, 512 samples or 250 ms
 * of receive time, whichever is least. {@link #sync} keeps all so far, also through a loss of
 * power. Safe from several threads; every method throws StropException IO if the file can't be
 * written.
 */
public final class RawLogWriter implements AutoCloseable {
  static final String FORMAT = "strop";
  static final String EVENT_TOPIC = "events";
  static final int VERSION = 1;

  private record Open(int id, ChannelSpec spec, SampleCodec codec) {}

  private final McapWriter writer;
  private final SchemaFile schemas;
  private final int events;
  private final Map<String, Open> channels = new HashMap<>();
  private final Map<String, Integer> cameras = new HashMap<>();
  private long sequence;

  private RawLogWriter(McapWriter writer) {
    this.writer = writer;
    this.schemas = new SchemaFile(writer);
    writer.metadata(
        FORMAT, Map.of("format", "raw-log", "schema_version", Integer.toString(VERSION)));
    this.events = writer.channel(schemas.ofEvents(), EVENT_TOPIC, SchemaFile.ENCODING, Map.of());
  }

  /** Creates a file, or empties the one that is there. */
  public static RawLogWriter create(Path file) {
    return new RawLogWriter(McapWriter.create(file, "", McapOptions.live()));
  }

  /**
   * Adds a channel; without effect if it is there already.
   *
   * @throws IllegalArgumentException if the key is taken by a channel of another spec
   */
  public synchronized void channel(ChannelSpec spec) {
    Open old = channels.get(spec.key());
    if (old != null && !old.spec.equals(spec)) {
      throw new IllegalArgumentException("channel " + spec.key() + " is there with another spec");
    }
    if (old == null) {
      SampleCodec codec = SampleCodec.of(spec);
      int schema = schemas.ofSamples(codec);
      int id = writer.channel(schema, spec.key(), SchemaFile.ENCODING, ChannelWords.of(spec));
      channels.put(spec.key(), new Open(id, spec, codec));
      writer.flush();
    }
  }

  /**
   * Appends one sample.
   *
   * @param key of a channel that was added
   * @param stampNanos when it was true, robot clock, ns
   * @param receiveNanos when it came, at least 0, ns
   * @param values as many as the channel is wide; not kept
   */
  public synchronized void append(String key, long stampNanos, long receiveNanos, float[] values) {
    Open channel = channels.get(key);
    if (channel == null || channel.spec.width() != values.length) {
      throw new IllegalArgumentException(
          channel == null
              ? "there is no channel " + key
              : key + ": expected " + channel.spec.width() + " values, found " + values.length);
    }
    put(channel.id, stampNanos, receiveNanos, channel.codec.encode(stampNanos, values));
  }

  /** Appends an event. */
  public synchronized void event(TrajectoryEvent event, long receiveNanos) {
    put(events, event.stampNanos(), receiveNanos, LogCodec.encode(event));
  }

  /**
   * Appends an image.
   *
   * @param key for example {@code observation.images.wrist}
   */
  public synchronized void image(String key, LogCodec.CameraImage image, long receiveNanos) {
    int id =
        cameras.computeIfAbsent(
            key, k -> writer.channel(schemas.ofImages(), k, SchemaFile.ENCODING, Map.of()));
    put(id, image.stampNanos(), receiveNanos, LogCodec.encode(image));
  }

  private void put(int channel, long stampNanos, long receiveNanos, byte[] message) {
    long log = Math.max(0, receiveNanos);
    writer.message(channel, sequence++, log, Math.max(0, stampNanos), message);
  }

  /** Waits until the disk has everything so far. */
  public synchronized void sync() {
    writer.sync();
  }

  /** Writes the index and closes the file. */
  @Override
  public synchronized void close() {
    writer.close();
  }
}
