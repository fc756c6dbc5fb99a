package org.strop.bridge.trajectory.mcap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what a file holds, and writes it at its end. */
final class SummaryBuilder {
  private final List<McapRecord.Schema> schemas = new ArrayList<>();
  private final List<McapRecord.Channel> channels = new ArrayList<>();
  private final List<McapRecord.ChunkIndex> chunks = new ArrayList<>();
  private final List<McapRecord.AttachmentIndex> attachments = new ArrayList<>();
  private final List<McapRecord.MetadataIndex> metadata = new ArrayList<>();
  private final Map<Integer, Long> counts = new TreeMap<>();
  private long messages;
  private int chunkCount;
  private long startNanos;
  private long endNanos;

  void add(McapRecord.Schema schema) {
    schemas.add(schema);
  }

  void add(McapRecord.Channel channel) {
    channels.add(channel);
  }

  void add(McapRecord.ChunkIndex chunk) {
    chunks.add(chunk);
    chunkCount++;
  }

  void add(McapRecord.AttachmentIndex attachment) {
    attachments.add(attachment);
  }

  void add(McapRecord.MetadataIndex index) {
    metadata.add(index);
  }

  void count(McapRecord.Message message) {
    long time = message.logTimeNanos();
    startNanos = messages == 0 ? time : Math.min(startNanos, time);
    endNanos = messages == 0 ? time : Math.max(endNanos, time);
    messages++;
    counts.merge(message.channelId(), 1L, Long::sum);
  }

  int schemaCount() {
    return schemas.size();
  }

  int channelCount() {
    return channels.size();
  }

  /** Writes summary, summary offsets and footer; {@code start} is their place in the file. */
  byte[] write(long start, McapOptions.Summary parts) {
    RecordEncoder out = new RecordEncoder();
    List<McapRecord.SummaryOffset> offsets = new ArrayList<>();
    for (Map.Entry<Integer, List<? extends McapRecord>> group : groups(parts)) {
      int from = out.size();
      group.getValue().forEach(out::record);
      if (out.size() > from) {
        offsets.add(new McapRecord.SummaryOffset(group.getKey(), start + from, out.size() - from));
      }
    }
    long summaryStart = out.size() > 0 ? start : 0;
    long offsetStart = parts.offsets() && !offsets.isEmpty() ? start + out.size() : 0;
    if (parts.offsets()) {
      offsets.forEach(out::record);
    }
    out.u8(Opcode.FOOTER).u64(20).u64(summaryStart).u64(offsetStart);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(out.toByteArray());
    return out.u32(crc.getValue()).raw(McapLimits.MAGIC).toByteArray();
  }

  private List<Map.Entry<Integer, List<? extends McapRecord>>> groups(McapOptions.Summary parts) {
    List<Map.Entry<Integer, List<? extends McapRecord>>> groups = new ArrayList<>();
    groups.add(Map.entry(Opcode.SCHEMA, parts.schemas() ? schemas : List.of()));
    groups.add(Map.entry(Opcode.CHANNEL, parts.channels() ? channels : List.of()));
    groups.add(
        Map.entry(Opcode.STATISTICS, parts.statistics() ? List.of(statistics()) : List.of()));
    groups.add(Map.entry(Opcode.CHUNK_INDEX, parts.chunkIndex() ? chunks : List.of()));
    groups.add(
        Map.entry(Opcode.ATTACHMENT_INDEX, parts.attachmentIndex() ? attachments : List.of()));
    groups.add(Map.entry(Opcode.METADATA_INDEX, parts.metadataIndex() ? metadata : List.of()));
    return groups;
  }

  private McapRecord.Statistics statistics() {
    return new McapRecord.Statistics(
        messages,
        schemas.size(),
        channels.size(),
        attachments.size(),
        metadata.size(),
        chunkCount,
        startNanos,
        endNanos,
        counts);
  }
}
