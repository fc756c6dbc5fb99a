package org.strop.bridge.trajectory.mcap;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.zip.CRC32;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Reads an MCAP file from front to back; needs no index, and reads a file that was cut up to its
 * last whole record.
 *
 * <p>Chunks are opened: the records inside come in their place, after the {@link McapRecord.Chunk}
 * itself. Checksums are checked. At damage, the stream ends and {@link #damage} says why; nothing
 * of a damaged chunk is given out.
 */
public final class McapStreamReader implements AutoCloseable {
  private final Path file;
  private final InputStream in;
  private final long size;
  private final CRC32 crc = new CRC32();
  private final Queue<McapRecord> pending = new ArrayDeque<>();
  private long position;
  private long whole;
  private boolean ended;
  private Optional<Damage> damage = Optional.empty();

  private McapStreamReader(Path file, InputStream in, long size) {
    this.file = file;
    this.in = in;
    this.size = size;
  }

  /**
   * Opens a file.
   *
   * @throws StropException MISSING_DATA if it is not there, IO if it can't be read
   */
  public static McapStreamReader open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there is no file " + file.getFileName() + ".",
          file.toString(),
          "check the path.");
    }
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      McapStreamReader reader = new McapStreamReader(file, in, Files.size(file));
      reader.magic();
      return reader;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /**
   * Reads a file that is in memory.
   *
   * @param name told in errors
   */
  public static McapStreamReader of(byte[] bytes, Path name) {
    McapStreamReader reader =
        new McapStreamReader(name, new ByteArrayInputStream(bytes), bytes.length);
    try {
      reader.magic();
      return reader;
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /**
   * Returns the next record, or empty at the end of the file or at damage.
   *
   * @throws StropException IO if the file can't be read
   */
  public Optional<McapRecord> next() {
    while (pending.isEmpty() && !ended) {
      try {
        readRecord();
      } catch (IOException e) {
        throw failed(file, e);
      }
    }
    return Optional.ofNullable(pending.poll());
  }

  /** Returns why reading stopped early, if it did. */
  public Optional<Damage> damage() {
    return damage;
  }

  /** Returns the number of bytes, from the start, that were read and found whole. */
  public long wholeBytes() {
    return whole;
  }

  /** Returns the number of bytes after {@link #wholeBytes}; meaningful once the stream ended. */
  public long truncatedBytes() {
    return size - whole;
  }

  /**
   * Reads what is left, and checks that the file is whole.
   *
   * @throws StropException CORRUPT_DATA naming file and byte if it is not
   */
  public void requireWhole() {
    while (next().isPresent()) {
      // only to reach the end
    }
    if (damage.isPresent()) {
      throw damage.get().toException(file);
    }
  }

  private void magic() throws IOException {
    byte[] found = in.readNBytes(McapLimits.MAGIC.length);
    position = found.length;
    if (!Arrays.equals(found, Arrays.copyOf(McapLimits.MAGIC, found.length))) {
      stop(Damage.Kind.CORRUPT, "the file does not start like an MCAP file");
    } else if (found.length < McapLimits.MAGIC.length) {
      stop(Damage.Kind.TRUNCATED, "the file ends inside its first 8 bytes");
    } else {
      crc.update(found);
      whole = position;
    }
  }

  private void readRecord() throws IOException {
    byte[] head = in.readNBytes(McapLimits.HEAD_BYTES);
    if (head.length < McapLimits.HEAD_BYTES) {
      String where = head.length == 0 ? "without a footer" : "inside a record";
      stop(Damage.Kind.TRUNCATED, "the file ends " + where);
      return;
    }
    ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int opcode = fields.get(0) & 0xff;
    long length = fields.getLong(1);
    position += head.length;
    if (length < 0 || length > McapLimits.MAX_RECORD_BYTES) {
      stop(Damage.Kind.CORRUPT, "a record claims " + Long.toUnsignedString(length) + " bytes");
    } else if (length > size - position) {
      stop(Damage.Kind.TRUNCATED, "the file ends inside a record of " + length + " bytes");
    } else {
      byte[] content = in.readNBytes((int) length);
      position += content.length;
      int before = (int) crc.getValue();
      crc.update(head);
      crc.update(content);
      accept(opcode, ByteBuffer.wrap(content), before);
    }
  }

  private void accept(int opcode, ByteBuffer content, int crcBefore) throws IOException {
    try {
      McapRecord record = RecordParser.parse(opcode, content);
      if (record instanceof McapRecord.DataEnd end) {
        RecordParser.checkCrc("the data section", crcBefore, end.dataSectionCrc());
      }
      pending.add(record);
      if (record instanceof McapRecord.Chunk chunk) {
        pending.addAll(ChunkReader.records(chunk));
      }
      whole = position;
      if (record instanceof McapRecord.Footer) {
        closingMagic();
      }
    } catch (MalformedRecordException e) {
      pending.clear();
      stop(Damage.Kind.CORRUPT, e.what());
    } catch (ChunkReader.UnsupportedException e) {
      pending.clear();
      stop(Damage.Kind.UNSUPPORTED, String.valueOf(e.getMessage()));
    }
  }

  private void closingMagic() throws IOException {
    byte[] found = in.readNBytes(McapLimits.MAGIC.length + 1);
    if (!Arrays.equals(found, McapLimits.MAGIC)) {
      boolean cut = Arrays.equals(found, Arrays.copyOf(McapLimits.MAGIC, found.length));
      stop(
          cut ? Damage.Kind.TRUNCATED : Damage.Kind.CORRUPT,
          cut ? "the file ends inside its last 8 bytes" : "there are bytes after the footer");
    } else {
      whole += found.length;
      ended = true;
    }
  }

  private void stop(Damage.Kind kind, String what) {
    damage = Optional.of(new Damage(kind, whole, what));
    ended = true;
  }

  private static StropException failed(Path file, IOException e) {
    String what = "the file can't be read: " + e.getMessage() + ".";
    return new StropException(
        ErrorCode.IO, what, file.toString(), "check the disk and the file's rights.", e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }
}
