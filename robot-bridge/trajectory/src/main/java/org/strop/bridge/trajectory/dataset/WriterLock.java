package org.strop.bridge.trajectory.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Keeps a second writer out of a dataset, in this process or another. The operating system lets go
 * of it when its process dies, however it dies; the empty file stays.
 */
final class WriterLock implements AutoCloseable {
  private static final String FILE = ".writer.lock";

  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock; makes the folder if it is not there.
   *
   * @throws StropException USAGE if another writer has it, IO if the disk refuses
   */
  static WriterLock take(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StropException(
            ErrorCode.USAGE,
            "another program is writing to this dataset.",
            folder.toString(),
            "wait until it ends, or choose another folder.");
      }
      return new WriterLock(channel);
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO, "cannot lock the dataset: " + e, file.toString(), "check the disk.", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException held) {
      return null; // by another writer of this process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO, "cannot unlock the dataset: " + e, FILE, "check the disk.", e);
    }
  }
}
