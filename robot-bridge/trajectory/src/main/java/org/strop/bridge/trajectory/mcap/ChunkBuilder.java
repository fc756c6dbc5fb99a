package org.strop.bridge.trajectory.mcap;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Collects the records of one chunk. */
final class ChunkBuilder {
  private static final int ZSTD_LEVEL = 3;

  private final RecordEncoder records = new RecordEncoder();
  private final Map<Integer, List<McapRecord.IndexEntry>> index = new TreeMap<>();
  private int messages;
  private long startNanos;
  private long endNanos;

  boolean isEmpty() {
    return records.size() == 0;
  }

  void add(McapRecord record) {
    if (record instanceof McapRecord.Message message) {
      long time = message.logTimeNanos();
      startNanos = messages == 0 ? time : Math.min(startNanos, time);
      endNanos = messages == 0 ? time : Math.max(endNanos, time);
      messages++;
      index
          .computeIfAbsent(message.channelId(), id -> new ArrayList<>())
          .add(new McapRecord.IndexEntry(time, records.size()));
    }
    records.record(record);
  }

  boolean isFull(McapOptions options) {
    return records.size() >= options.chunkBytes()
        || messages >= options.chunkMessages()
        || endNanos - startNanos >= options.chunkSpanNanos();
  }

  McapRecord.Chunk chunk(McapOptions.Compression compression) {
    byte[] all = records.toByteArray();
    CRC32 crc = new CRC32();
    crc.update(all);
    boolean zstd = compression == McapOptions.Compression.ZSTD;
    byte[] stored = zstd ? Zstd.compress(all, ZSTD_LEVEL) : all;
    return new McapRecord.Chunk(
        startNanos,
        endNanos,
        all.length,
        (int) crc.getValue(),
        zstd ? "zstd" : "",
        ByteBuffer.wrap(stored));
  }

  /** Returns one index per channel, by rising channel id. */
  List<McapRecord.MessageIndex> indexes() {
    return index.entrySet().stream()
        .map(e -> new McapRecord.MessageIndex(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }
}
