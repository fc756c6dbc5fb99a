package org.strop.bridge.trajectory.mcap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes records, little-endian, with opcode and length. */
final class RecordEncoder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  int size() {
    return out.size();
  }

  void reset() {
    out.reset();
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  RecordEncoder raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  RecordEncoder u8(int value) {
    out.write(value);
    return this;
  }

  RecordEncoder u16(int value) {
    return u8(value).u8(value >>> 8);
  }

  RecordEncoder u32(long value) {
    return u16((int) value).u16((int) (value >>> 16));
  }

  RecordEncoder u64(long value) {
    return u32(value).u32(value >>> 32);
  }

  RecordEncoder string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return u32(bytes.length).raw(bytes);
  }

  RecordEncoder bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return raw(bytes);
  }

  /** Writes a map sorted by key, so that equal maps give equal bytes. */
  RecordEncoder stringMap(Map<String, String> map) {
    RecordEncoder inner = new RecordEncoder();
    new TreeMap<>(map).forEach((key, value) -> inner.string(key).string(value));
    return block(inner);
  }

  RecordEncoder idMap(Map<Integer, Long> map) {
    RecordEncoder inner = new RecordEncoder();
    new TreeMap<>(map).forEach((key, value) -> inner.u16(key).u64(value));
    return block(inner);
  }

  private RecordEncoder block(RecordEncoder inner) {
    return u32(inner.size()).raw(inner.toByteArray());
  }

  /** Writes a whole record. */
  RecordEncoder record(McapRecord record) {
    RecordEncoder content = new RecordEncoder();
    int opcode = content.content(record);
    return u8(opcode).u64(content.size()).raw(content.toByteArray());
  }

  /** Writes the fields of a record and returns its opcode. */
  private int content(McapRecord record) {
    if (record instanceof McapRecord.Message r) {
      u16(r.channelId()).u32(r.sequence()).u64(r.logTimeNanos()).u64(r.publishTimeNanos());
      bytes(r.data());
      return Opcode.MESSAGE;
    } else if (record instanceof McapRecord.Channel r) {
      u16(r.id()).u16(r.schemaId()).string(r.topic()).string(r.messageEncoding());
      stringMap(r.metadata());
      return Opcode.CHANNEL;
    } else if (record instanceof McapRecord.Schema r) {
      u16(r.id()).string(r.name()).string(r.encoding());
      u32(r.data().remaining()).bytes(r.data());
      return Opcode.SCHEMA;
    } else if (record instanceof McapRecord.Header r) {
      string(r.profile()).string(r.library());
      return Opcode.HEADER;
    } else if (record instanceof McapRecord.Metadata r) {
      string(r.name()).stringMap(r.metadata());
      return Opcode.METADATA;
    } else if (record instanceof McapRecord.DataEnd r) {
      u32(r.dataSectionCrc());
      return Opcode.DATA_END;
    } else if (record instanceof McapRecord.Footer r) {
      u64(r.summaryStart()).u64(r.summaryOffsetStart()).u32(r.summaryCrc());
      return Opcode.FOOTER;
    }
    return largeContent(record);
  }

  private int largeContent(McapRecord record) {
    if (record instanceof McapRecord.Chunk r) {
      u64(r.startTimeNanos()).u64(r.endTimeNanos()).u64(r.uncompressedSize());
      u32(r.uncompressedCrc()).string(r.compression());
      u64(r.records().remaining()).bytes(r.records());
      return Opcode.CHUNK;
    } else if (record instanceof McapRecord.MessageIndex r) {
      u16(r.channelId()).u32(16L * r.entries().size());
      r.entries().forEach(entry -> u64(entry.logTimeNanos()).u64(entry.offset()));
      return Opcode.MESSAGE_INDEX;
    } else if (record instanceof McapRecord.Attachment r) {
      u64(r.logTimeNanos()).u64(r.createTimeNanos()).string(r.name()).string(r.mediaType());
      u64(r.data().remaining()).bytes(r.data());
      java.util.zip.CRC32 crc = new java.util.zip.CRC32();
      crc.update(toByteArray());
      u32(crc.getValue());
      return Opcode.ATTACHMENT;
    }
    return summaryContent(record);
  }

  private int summaryContent(McapRecord record) {
    if (record instanceof McapRecord.ChunkIndex r) {
      u64(r.startTimeNanos()).u64(r.endTimeNanos()).u64(r.chunkStart()).u64(r.chunkLength());
      idMap(r.messageIndexOffsets()).u64(r.messageIndexLength()).string(r.compression());
      u64(r.compressedSize()).u64(r.uncompressedSize());
      return Opcode.CHUNK_INDEX;
    } else if (record instanceof McapRecord.AttachmentIndex r) {
      u64(r.offset()).u64(r.length()).u64(r.logTimeNanos()).u64(r.createTimeNanos());
      u64(r.dataSize()).string(r.name()).string(r.mediaType());
      return Opcode.ATTACHMENT_INDEX;
    } else if (record instanceof McapRecord.Statistics r) {
      u64(r.messageCount()).u16(r.schemaCount()).u32(r.channelCount());
      u32(r.attachmentCount()).u32(r.metadataCount()).u32(r.chunkCount());
      u64(r.startTimeNanos()).u64(r.endTimeNanos()).idMap(r.channelMessageCounts());
      return Opcode.STATISTICS;
    } else if (record instanceof McapRecord.MetadataIndex r) {
      u64(r.offset()).u64(r.length()).string(r.name());
      return Opcode.METADATA_INDEX;
    } else if (record instanceof McapRecord.SummaryOffset r) {
      u8(r.groupOpcode()).u64(r.groupStart()).u64(r.groupLength());
      return Opcode.SUMMARY_OFFSET;
    }
    McapRecord.Unknown r = (McapRecord.Unknown) record;
    bytes(r.content());
    return r.opcode();
  }
}
