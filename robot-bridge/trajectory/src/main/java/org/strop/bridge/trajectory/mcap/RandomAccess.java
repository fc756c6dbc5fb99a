package org.strop.bridge.trajectory.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads records at known places of a file. */
final class RandomAccess implements AutoCloseable {
  private final FileChannel channel;
  private final long size;

  RandomAccess(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /** Returns bytes of the file; refuses what lies outside of it before giving memory to it. */
  ByteBuffer bytes(long from, long length) throws IOException, MalformedRecordException {
    if (from < 0 || length < 0 || length > McapLimits.MAX_RECORD_BYTES || from > size - length) {
      throw new MalformedRecordException(
          "the index points to " + length + " bytes at " + from + " of a file of " + size);
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) length);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      continue;
    }
    if (buffer.hasRemaining()) {
      throw new MalformedRecordException("the file became shorter while it was read");
    }
    return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns the record at a place. */
  McapRecord record(long from) throws IOException, MalformedRecordException {
    ByteBuffer head = bytes(from, McapLimits.HEAD_BYTES);
    long start = from + McapLimits.HEAD_BYTES;
    return RecordParser.parse(head.get(0) & 0xff, bytes(start, head.getLong(1)));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
