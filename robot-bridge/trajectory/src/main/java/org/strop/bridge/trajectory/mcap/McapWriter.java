package org.strop.bridge.trajectory.mcap;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.strop.configs.StropException;

/**
 * Writes an MCAP file.
 *
 * <p>Each chunk is handed to the operating system as soon as it is full, so a killed process loses
 * at most the open chunk. The same calls give the same bytes. Every method throws {@link
 * StropException} IO if the file can't be written. Not thread-safe.
 */
public final class McapWriter implements AutoCloseable {
  private final McapSink sink;
  private final McapOptions options;
  private final SummaryBuilder summary = new SummaryBuilder();
  private ChunkBuilder chunk = new ChunkBuilder();
  private boolean closed;

  private McapWriter(McapSink sink, McapOptions options) {
    this.sink = sink;
    this.options = options;
  }

  /**
   * Creates a file, or empties the one that is there.
   *
   * @param profile of the format's registry; empty for none
   */
  public static McapWriter create(Path file, String profile, McapOptions options) {
    McapWriter writer = new McapWriter(McapSink.create(file), options);
    RecordEncoder start = new RecordEncoder().raw(McapLimits.MAGIC);
    writer.sink.write(
        start.record(new McapRecord.Header(profile, options.library())).toByteArray());
    return writer;
  }

  /** Adds a schema and returns its id, from 1 on. */
  public int schema(String name, String encoding, byte[] data) {
    int id = id(summary.schemaCount() + 1);
    McapRecord.Schema schema =
        new McapRecord.Schema(id, name, encoding, ByteBuffer.wrap(data.clone()));
    summary.add(schema);
    put(schema);
    return id;
  }

  /**
   * Adds a channel and returns its id, from 1 on.
   *
   * @param schemaId as returned by {@link #schema}; 0 for none
   */
  public int channel(
      int schemaId, String topic, String messageEncoding, Map<String, String> metadata) {
    int id = id(summary.channelCount() + 1);
    McapRecord.Channel channel =
        new McapRecord.Channel(id, schemaId, topic, messageEncoding, new TreeMap<>(metadata));
    summary.add(channel);
    put(channel);
    return id;
  }

  private static int id(int id) {
    if (id > 0xffff) {
      throw new IllegalArgumentException("an MCAP file holds at most 65535 schemas and channels");
    }
    return id;
  }

  /**
   * Adds a message.
   *
   * @param channelId as returned by {@link #channel}
   * @param logTimeNanos when it was recorded, at least 0, ns
   * @param publishTimeNanos when it was published, at least 0, ns
   * @param data not copied; must not change afterwards
   */
  public void message(
      int channelId, long sequence, long logTimeNanos, long publishTimeNanos, byte[] data) {
    if (channelId < 1 || channelId > summary.channelCount()) {
      throw new IllegalArgumentException("there is no channel " + channelId);
    }
    McapRecord.Message message =
        new McapRecord.Message(
            channelId, sequence, logTimeNanos, publishTimeNanos, ByteBuffer.wrap(data));
    summary.count(message);
    put(message);
  }

  /** Adds free words; closes the open chunk. */
  public void metadata(String name, Map<String, String> words) {
    flush();
    byte[] bytes = new RecordEncoder().record(new McapRecord.Metadata(name, words)).toByteArray();
    summary.add(new McapRecord.MetadataIndex(sink.position(), bytes.length, name));
    sink.write(bytes);
  }

  /** Adds a file inside the file; closes the open chunk. */
  public void attachment(McapRecord.Attachment attachment) {
    flush();
    byte[] bytes = new RecordEncoder().record(attachment).toByteArray();
    summary.add(
        new McapRecord.AttachmentIndex(
            sink.position(),
            bytes.length,
            attachment.logTimeNanos(),
            attachment.createTimeNanos(),
            attachment.data().remaining(),
            attachment.name(),
            attachment.mediaType()));
    sink.write(bytes);
  }

  private void put(McapRecord record) {
    if (closed) {
      throw new IllegalStateException("the writer is closed");
    }
    if (!options.chunked()) {
      sink.write(new RecordEncoder().record(record).toByteArray());
      return;
    }
    chunk.add(record);
    if (chunk.isFull(options)) {
      flush();
    }
  }

  /** Closes the open chunk and hands it to the operating system. */
  public void flush() {
    if (chunk.isEmpty()) {
      return;
    }
    McapRecord.Chunk done = chunk.chunk(options.compression());
    RecordEncoder out = new RecordEncoder().record(done);
    long start = sink.position();
    long chunkLength = out.size();
    Map<Integer, Long> offsets = new TreeMap<>();
    if (options.messageIndex()) {
      for (McapRecord.MessageIndex index : chunk.indexes()) {
        offsets.put(index.channelId(), start + out.size());
        out.record(index);
      }
    }
    summary.add(
        new McapRecord.ChunkIndex(
            done.startTimeNanos(),
            done.endTimeNanos(),
            start,
            chunkLength,
            offsets,
            out.size() - chunkLength,
            done.compression(),
            done.records().remaining(),
            done.uncompressedSize()));
    sink.write(out.toByteArray());
    chunk = new ChunkBuilder();
  }

  /** Closes the open chunk and waits until the disk has all that was written. */
  public void sync() {
    flush();
    sink.sync();
  }

  /** Writes the summary and closes the file; waits until the disk has it. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    try (McapSink end = sink) {
      flush();
      closed = true;
      int crc = end.crc();
      end.write(new RecordEncoder().record(new McapRecord.DataEnd(crc)).toByteArray());
      end.write(summary.write(end.position(), options.summary()));
      end.sync();
    }
  }
}
