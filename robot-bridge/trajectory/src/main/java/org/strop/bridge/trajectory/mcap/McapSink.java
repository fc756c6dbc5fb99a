package org.strop.bridge.trajectory.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** A file that is appended to, with its position and the checksum of all that was written. */
final class McapSink implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final CRC32 crc = new CRC32();
  private long position;

  private McapSink(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static McapSink create(Path file) {
    try {
      return new McapSink(
          file,
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  long position() {
    return position;
  }

  int crc() {
    return (int) crc.getValue();
  }

  void write(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
    crc.update(bytes);
    position += bytes.length;
  }

  /** Asks the disk to keep what was written, also through a loss of power. */
  void sync() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static StropException failed(Path file, IOException e) {
    String what = "the file can't be written: " + e.getMessage() + ".";
    String fix = "check that the folder exists, the disk has room, and you may write there.";
    return new StropException(ErrorCode.IO, what, file.toString(), fix, e);
  }
}
