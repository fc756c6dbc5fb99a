package org.strop.bridge.trajectory.mcap;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * A record of an MCAP file, version 0.
 *
 * <p>Unsigned 64-bit fields (offsets, sizes, times in ns) are {@code long}; a time above 2⁶³ − 1
 * reads as negative. Bytes are read-only buffers, equal by content; {@code duplicate()} before
 * reading from one.
 */
public sealed interface McapRecord {
  /** First record of a file. */
  record Header(String profile, String library) implements McapRecord {}

  /** Last record of a file; offsets are 0 where the section is empty. */
  record Footer(long summaryStart, long summaryOffsetStart, int summaryCrc) implements McapRecord {}

  /** Describes the messages of channels. The id is above 0. */
  record Schema(int id, String name, String encoding, ByteBuffer data) implements McapRecord {}

  /** A stream of messages on a topic; schema 0 is no schema. */
  record Channel(
      int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata)
      implements McapRecord {}

  /** One message; times in ns. */
  record Message(
      int channelId, long sequence, long logTimeNanos, long publishTimeNanos, ByteBuffer data)
      implements McapRecord {}

  /** A batch of records, as stored; {@code uncompressedCrc} 0 is not checked. */
  record Chunk(
      long startTimeNanos,
      long endTimeNanos,
      long uncompressedSize,
      int uncompressedCrc,
      String compression,
      ByteBuffer records)
      implements McapRecord {}

  /** Where the messages of a channel lie in the chunk before it. */
  record MessageIndex(int channelId, List<IndexEntry> entries) implements McapRecord {}

  /** Time of a message, and its offset in the uncompressed chunk. */
  record IndexEntry(long logTimeNanos, long offset) {}

  /** Where a chunk lies. */
  record ChunkIndex(
      long startTimeNanos,
      long endTimeNanos,
      long chunkStart,
      long chunkLength,
      Map<Integer, Long> messageIndexOffsets,
      long messageIndexLength,
      String compression,
      long compressedSize,
      long uncompressedSize)
      implements McapRecord {}

  /** A file inside the file. */
  record Attachment(
      long logTimeNanos, long createTimeNanos, String name, String mediaType, ByteBuffer data)
      implements McapRecord {}

  /** Where an attachment lies. */
  record AttachmentIndex(
      long offset,
      long length,
      long logTimeNanos,
      long createTimeNanos,
      long dataSize,
      String name,
      String mediaType)
      implements McapRecord {}

  /** Counts of the whole file. */
  record Statistics(
      long messageCount,
      int schemaCount,
      int channelCount,
      int attachmentCount,
      int metadataCount,
      int chunkCount,
      long startTimeNanos,
      long endTimeNanos,
      Map<Integer, Long> channelMessageCounts)
      implements McapRecord {}

  /** Free words. */
  record Metadata(String name, Map<String, String> metadata) implements McapRecord {}

  /** Where a metadata record lies. */
  record MetadataIndex(long offset, long length, String name) implements McapRecord {}

  /** Where the records of one opcode lie in the summary. */
  record SummaryOffset(int groupOpcode, long groupStart, long groupLength) implements McapRecord {}

  /** End of the data section; crc 0 is not checked. */
  record DataEnd(int dataSectionCrc) implements McapRecord {}

  /** A record of a later version of the format, or a private one. */
  record Unknown(int opcode, ByteBuffer content) implements McapRecord {}
}
