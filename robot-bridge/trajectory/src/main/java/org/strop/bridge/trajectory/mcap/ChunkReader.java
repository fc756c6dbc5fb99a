package org.strop.bridge.trajectory.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

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
    ByteBuffer all = uncompressed(chunk);
    List<McapRecord> records = new ArrayList<>();
    while (all.hasRemaining()) {
      McapRecord record = recordAt(all, all.position());
      all.position(all.position() + McapLimits.HEAD_BYTES + (int) lengthAt(all, all.position()));
      if (!(record instanceof McapRecord.Unknown)) {
        records.add(record);
      }
    }
    return records;
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
