package org.strop.reward.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads one array of NumPy's format, versions 1.0 to 3.0 (numpy.lib.format): magic, version, length
 * of the header, header, values.
 *
 * <p>Nothing is allocated for the values before the bytes that hold them are known to be possible.
 */
final class NpyReader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_HEADER_BYTES = 1 << 16;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private long left;

  /**
   * @param in from the magic on; read, not closed
   * @param possibleBytes the most bytes that it can hold
   */
  NpyReader(InputStream in, long possibleBytes) {
    this.in = in;
    this.left = possibleBytes;
  }

  NpyArray read(String name) throws IOException, NpyFormatException {
    NpyHeader header = NpyHeader.parse(headerText());
    long bytes = header.count() * header.type().bytes();
    if (bytes > left) {
      throw new NpyFormatException(
          "claims " + bytes + " bytes of values, but at most " + left + " can follow",
          "copy the file again: it is cut short or damaged");
    }
    double[] values = new double[(int) header.count()];
    fill(values, header);
    if (in.read() >= 0) {
      throw new NpyFormatException("goes on after its last value", "save it again with numpy.save");
    }
    return new NpyArray(name, header.shape(), values);
  }

  private String headerText() throws IOException, NpyFormatException {
    byte[] start = exactly(8);
    for (int i = 0; i < MAGIC.length; i++) {
      if (start[i] != MAGIC[i]) {
        throw new NpyFormatException("is not a NumPy array", "save it with numpy.save");
      }
    }
    int version = start[6];
    if (version < 1 || version > 3) {
      throw new NpyFormatException(
          "has format version " + version + ", but 1 to 3 are read", "save it with numpy.save");
    }
    ByteBuffer size = ByteBuffer.wrap(exactly(version == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
    long length = version == 1 ? size.getShort() & 0xffffL : size.getInt() & 0xffffffffL;
    if (length > MAX_HEADER_BYTES) {
      throw new NpyFormatException(
          "has a header of " + length + " bytes, at most " + MAX_HEADER_BYTES,
          "save it without named fields");
    }
    return new String(exactly((int) length), StandardCharsets.UTF_8);
  }

  private void fill(double[] values, NpyHeader header) throws IOException, NpyFormatException {
    int width = header.type().bytes();
    int done = 0;
    while (done < values.length) {
      int n = Math.min(values.length - done, BUFFER_BYTES / width);
      ByteBuffer buffer =
          ByteBuffer.wrap(exactly(n * width))
              .order(header.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < n; i++) {
        values[done++] = header.type().next(buffer);
      }
    }
  }

  private byte[] exactly(int n) throws IOException, NpyFormatException {
    byte[] bytes;
    try {
      bytes = in.readNBytes(n);
    } catch (EOFException e) {
      throw cutShort(n, 0);
    }
    if (bytes.length < n) {
      throw cutShort(n, bytes.length);
    }
    left -= n;
    return bytes;
  }

  private static NpyFormatException cutShort(int expected, int found) {
    return new NpyFormatException(
        "is cut short: " + expected + " bytes were expected, " + found + " found",
        "copy the file again");
  }
}
