package org.strop.bridge.trajectory.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Opens chunks. */
final class ChunkReader {
  /** A chunk uses what this reader does not support. */
  static final class UnsupportedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedException(String what) {
      super(what);
    }
  }

  private ChunkReader() {}

  /** Returns the records of a chunk, in order, without those that are unknown. */
  static List<McapRecord> records(McapRecord.Chunk chunk)
      throws MalformedRecordException, UnsupportedException {
    return records(uncompressed(chunk));
  }

  /** Returns the records in a buffer of records; see {@link #records(McapRecord.Chunk)}. */
  static List<McapRecord> records(ByteBuffer all) throws MalformedRecordException {
    List<McapRecord> records = new ArrayList<>();
    for (int at = 0; at < all.limit(); at = after(all, at)) {
      McapRecord record = recordAt(all, at);
      if (!(record instanceof McapRecord.Unknown)) {
        records.add(record);
      }
    }
    return records;
  }

  /** Returns the message indexes that belong to the records of a chunk. */
  static List<McapRecord.MessageIndex> index(ByteBuffer all) throws MalformedRecordException {
    Map<Integer, List<McapRecord.IndexEntry>> index = new TreeMap<>();
    for (int at = 0; at < all.limit(); at = after(all, at)) {
      if (recordAt(all, at) instanceof McapRecord.Message m) {
        index
            .computeIfAbsent(m.channelId(), id -> new ArrayList<>())
            .add(new McapRecord.IndexEntry(m.logTimeNanos(), at));
      }
    }
    return index.entrySet().stream()
        .map(e -> new McapRecord.MessageIndex(e.getKey(), e.getValue()))
        .toList();
  }

  private static int after(ByteBuffer all, int at) throws MalformedRecordException {
    return at + McapLimits.HEAD_BYTES + (int) lengthAt(all, at);
  }

  /** Returns the bytes of a chunk, uncompressed and checked; position 0. */
  static ByteBuffer uncompressed(McapRecord.Chunk chunk)
      throws MalformedRecordException, UnsupportedException {
    long size = chunk.uncompressedSize();
    if (size < 0 || size > McapLimits.MAX_CHUNK_BYTES) {
      throw new MalformedRecordException(
          "a chunk claims " + Long.toUnsignedString(size) + " bytes, over the limit of 256 MiB");
    }
    ByteBuffer bytes =
        switch (chunk.compression()) {
          case "" -> chunk.records().duplicate();
          case "zstd" -> unzstd(chunk.records(), (int) size);
          default ->
              throw new UnsupportedException(
                  "a chunk is compressed with " + chunk.compression() + ", which is not supported");
        };
    if (bytes.remaining() != size) {
      throw new MalformedRecordException(
          "a chunk has " + bytes.remaining() + " bytes, but claims " + size);
    }
    RecordParser.checkCrc("a chunk", bytes, chunk.uncompressedCrc());
    return bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer unzstd(ByteBuffer compressed, int size)
      throws MalformedRecordException {
    byte[] in = new byte[compressed.remaining()];
    compressed.duplicate().get(in);
    byte[] out = new byte[size];
    try {
      long length = Zstd.decompress(out, in);
      return ByteBuffer.wrap(out, 0, (int) length);
    } catch (ZstdException e) {
      throw new MalformedRecordException("a chunk does not decompress: " + e.getMessage(), e);
    }
  }

  /** Returns the record at an offset of the uncompressed chunk. */
  static McapRecord recordAt(ByteBuffer chunk, int offset) throws MalformedRecordException {
    long length = lengthAt(chunk, offset);
    int start = offset + McapLimits.HEAD_BYTES;
    if (length < 0 || length > chunk.limit() - start) {
      throw new MalformedRecordException("a record in a chunk ends outside of it");
    }
    int opcode = chunk.get(offset) & 0xff;
    if (opcode == Opcode.CHUNK) {
      throw new MalformedRecordException("a chunk lies in a chunk");
    }
    return RecordParser.parse(opcode, chunk.slice(start, (int) length));
  }

  private static long lengthAt(ByteBuffer chunk, int offset) throws MalformedRecordException {
    if (offset < 0 || offset > chunk.limit() - McapLimits.HEAD_BYTES) {
      throw new MalformedRecordException("a record in a chunk starts outside of it");
    }
    return chunk.getLong(offset + 1);
  }
}
