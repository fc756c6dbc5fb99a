package org.strop.bridge.ros.ros1.tcpros;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads length-prefixed blocks from a stream into a buffer that is used again. Not thread-safe.
 *
 * <p>The buffer grows by what arrived, at most doubling, so a length that lies costs no memory.
 */
final class Frames {
  /** Longest connection header accepted, bytes: definitions take a few KiB. */
  static final int HEADER_LIMIT = 1 << 20;

  /** Longest message accepted, bytes: a raw 4K image takes 25 MB. */
  static final int MESSAGE_LIMIT = 64 << 20;

  private static final int FIRST_BYTES = 4096;

  private final InputStream in;
  private byte[] buffer = new byte[FIRST_BYTES];

  Frames(InputStream in) {
    this.in = in;
  }

  /**
   * Reads one block.
   *
   * @param limit longest block accepted, bytes
   * @return the block, valid until the next call
   * @throws EOFException if the stream ends, also between two blocks
   * @throws TcprosException if the block is longer than the limit
   */
  ByteBuffer read(int limit) throws IOException {
    fill(0, 4);
    int length = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    if (length < 0 || length > limit) {
      throw new TcprosException(
          "a block of " + Integer.toUnsignedString(length) + " bytes, limit is " + limit);
    }
    int have = 0;
    while (have < length) {
      if (have == buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.min(2 * have, Math.max(length, FIRST_BYTES)));
      }
      int part = Math.min(length, buffer.length) - have;
      fill(have, part);
      have += part;
    }
    return ByteBuffer.wrap(buffer, 0, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads one byte. */
  int readByte() throws IOException {
    fill(0, 1);
    return buffer[0];
  }

  private void fill(int offset, int length) throws IOException {
    if (in.readNBytes(buffer, offset, length) < length) {
      throw new EOFException("connection closed by the peer");
    }
  }
}
