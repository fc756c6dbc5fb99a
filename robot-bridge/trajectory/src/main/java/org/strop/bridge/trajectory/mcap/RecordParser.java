package org.strop.bridge.trajectory.mcap;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Turns the content of a record into a {@link McapRecord}; bytes after known fields are skipped.
 */
final class RecordParser {
  private RecordParser() {}

  static McapRecord parse(int opcode, ByteBuffer content) throws MalformedRecordException {
    FieldReader in = new FieldReader(content);
    return switch (opcode) {
      case Opcode.HEADER -> new McapRecord.Header(in.string(), in.string());
      case Opcode.FOOTER -> new McapRecord.Footer(in.u64(), in.u64(), in.i32());
      case Opcode.SCHEMA ->
          new McapRecord.Schema(in.u16(), in.string(), in.string(), in.bytes(in.u32()));
      case Opcode.CHANNEL ->
          new McapRecord.Channel(in.u16(), in.u16(), in.string(), in.string(), in.stringMap());
      case Opcode.MESSAGE ->
          new McapRecord.Message(in.u16(), in.u32(), in.u64(), in.u64(), in.rest());
      case Opcode.CHUNK ->
          new McapRecord.Chunk(
              in.u64(), in.u64(), in.u64(), in.i32(), in.string(), in.bytes(in.u64()));
      case Opcode.MESSAGE_INDEX -> new McapRecord.MessageIndex(in.u16(), entries(in.block()));
      case Opcode.METADATA -> new McapRecord.Metadata(in.string(), in.stringMap());
      case Opcode.ATTACHMENT -> attachment(in, content);
      case Opcode.DATA_END -> new McapRecord.DataEnd(in.i32());
      default -> parseSummary(opcode, in, content);
    };
  }

  private static McapRecord parseSummary(int opcode, FieldReader in, ByteBuffer content)
      throws MalformedRecordException {
    return switch (opcode) {
      case Opcode.CHUNK_INDEX -> chunkIndex(in);
      case Opcode.ATTACHMENT_INDEX ->
          new McapRecord.AttachmentIndex(
              in.u64(), in.u64(), in.u64(), in.u64(), in.u64(), in.string(), in.string());
      case Opcode.STATISTICS -> statistics(in);
      case Opcode.METADATA_INDEX -> new McapRecord.MetadataIndex(in.u64(), in.u64(), in.string());
      case Opcode.SUMMARY_OFFSET -> new McapRecord.SummaryOffset(in.u8(), in.u64(), in.u64());
      case 0 -> throw new MalformedRecordException("opcode 0 is not valid");
      default -> new McapRecord.Unknown(opcode, content.asReadOnlyBuffer());
    };
  }

  private static McapRecord chunkIndex(FieldReader in) throws MalformedRecordException {
    return new McapRecord.ChunkIndex(
        in.u64(),
        in.u64(),
        in.u64(),
        in.u64(),
        in.idMap(),
        in.u64(),
        in.string(),
        in.u64(),
        in.u64());
  }

  private static McapRecord statistics(FieldReader in) throws MalformedRecordException {
    return new McapRecord.Statistics(
        in.u64(), in.u16(), in.i32(), in.i32(), in.i32(), in.i32(), in.u64(), in.u64(), in.idMap());
  }

  private static List<McapRecord.IndexEntry> entries(FieldReader block)
      throws MalformedRecordException {
    List<McapRecord.IndexEntry> entries = new ArrayList<>();
    while (block.hasMore()) {
      entries.add(new McapRecord.IndexEntry(block.u64(), block.u64()));
    }
    return List.copyOf(entries);
  }

  private static McapRecord attachment(FieldReader in, ByteBuffer content)
      throws MalformedRecordException {
    long logTime = in.u64();
    long createTime = in.u64();
    String name = in.string();
    String mediaType = in.string();
    ByteBuffer data = in.bytes(in.u64());
    int crc = in.i32();
    int covered = 16 + 4 + utf8(name) + 4 + utf8(mediaType) + 8 + data.remaining();
    checkCrc("attachment " + name, content.duplicate().limit(content.position() + covered), crc);
    return new McapRecord.Attachment(logTime, createTime, name, mediaType, data);
  }

  private static int utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  /** Compares a checksum with that of the bytes; 0 means that there is none. */
  static void checkCrc(String of, ByteBuffer bytes, int expected) throws MalformedRecordException {
    if (expected != 0) {
      CRC32 crc = new CRC32();
      crc.update(bytes.duplicate());
      checkCrc(of, (int) crc.getValue(), expected);
    }
  }

  /** Compares two checksums; an expected 0 means that there is none. */
  static void checkCrc(String of, int found, int expected) throws MalformedRecordException {
    if (expected != 0 && found != expected) {
      throw new MalformedRecordException(
          "the checksum of " + of + " is " + hex(found) + ", not " + hex(expected));
    }
  }

  private static String hex(int value) {
    return String.format(java.util.Locale.ROOT, "0x%08x", value);
  }
}
