package org.strop.policy.nn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Reads and writes tensors in the safetensors format: eight bytes of header length (little-endian),
 * a JSON header with dtype, shape and byte range of each tensor, then the raw values, little-endian
 * and without gaps. Files of other tools with F32 tensors are read too.
 *
 * <p>Nothing in a file is executed, and no size in it is believed before it is checked.
 */
public final class SafeTensors {
  /** Largest header, bytes; the limit of the format's own library. */
  static final long MAX_HEADER_BYTES = 100_000_000L;

  /** Largest file, bytes: what a Java array of bytes can hold. */
  static final long MAX_FILE_BYTES = Integer.MAX_VALUE - 64L;

  private SafeTensors() {}

  /**
   * What a file holds.
   *
   * @param tensors by name, sorted
   * @param metadata free words, sorted
   */
  public record Content(SortedMap<String, Tensor> tensors, SortedMap<String, String> metadata) {}

  /**
   * Writes a file whole and to the disk before it returns. Tensors are laid out sorted by name, so
   * the same content gives the same bytes. For a file that must not be seen half-written, write to
   * a temporary name and rename.
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    ByteBuffer bytes = encode(tensors, metadata);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Returns the bytes of a file. */
  public static ByteBuffer encode(Map<String, Tensor> tensors, Map<String, String> metadata) {
    SortedMap<String, Tensor> sorted = new TreeMap<>(tensors);
    byte[] header = SafeTensorsHeader.write(sorted, new TreeMap<>(metadata));
    long size = 8L + header.length;
    for (Tensor tensor : sorted.values()) {
      size += 4L * tensor.size();
    }
    if (size > MAX_FILE_BYTES) {
      throw new IllegalArgumentException(size + " bytes of tensors are too many for one file");
    }
    ByteBuffer out = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(header.length).put(header);
    for (Tensor tensor : sorted.values()) {
      for (int i = 0; i < tensor.size(); i++) {
        out.putFloat(tensor.get(i));
      }
    }
    return out.flip();
  }

  /**
   * Reads a file.
   *
   * @throws StropException {@code MISSING_DATA} if there is no such file, {@code CORRUPT_DATA} if
   *     it is cut, has gaps, overlaps or trailing bytes, or a dtype other than F32
   */
  public static Content read(Path file) throws IOException {
    try {
      long size = Files.size(file);
      if (size > MAX_FILE_BYTES) {
        throw corrupt(file, 0, "the file has " + size + " bytes, more than " + MAX_FILE_BYTES);
      }
      return decode(ByteBuffer.wrap(Files.readAllBytes(file)), file);
    } catch (NoSuchFileException e) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there is no tensor file " + file.getFileName(),
          file.toString(),
          "check the path, or train first",
          e);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file named in messages
   */
  public static Content decode(ByteBuffer source, Path file) {
    ByteBuffer bytes = source.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < 8) {
      throw corrupt(file, 0, "the file is shorter than the 8 bytes of its header length");
    }
    long length = bytes.getLong();
    if (length < 2 || length > MAX_HEADER_BYTES || length > bytes.remaining()) {
      throw corrupt(
          file, 0, "header length is " + length + ", but " + bytes.remaining() + " bytes follow");
    }
    byte[] json = new byte[(int) length];
    bytes.get(json);
    SafeTensorsHeader header = SafeTensorsHeader.parse(json, bytes.remaining(), file);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    header
        .ranges()
        .forEach((name, range) -> tensors.put(name, values(bytes, 8 + (int) length, range)));
    return new Content(new TreeMap<>(tensors), header.metadata());
  }

  private static Tensor values(ByteBuffer bytes, int base, SafeTensorsHeader.Range range) {
    float[] values = new float[(range.end() - range.begin()) / 4];
    bytes
        .slice(base + range.begin(), range.end() - range.begin())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return Tensor.of(range.shape(), values);
  }

  static StropException corrupt(Path file, long offset, String what) {
    return new StropException(
        ErrorCode.CORRUPT_DATA,
        what,
        file + ", byte " + offset,
        "take another copy of the file, or train again");
  }
}
