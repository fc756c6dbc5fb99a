package org.strop.policy.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a folder of files so that a reader sees all of them or none, also after a power cut.
 *
 * <p>Files go to {@code .NAME.new}, are forced to the disk, and the folder is renamed. Leftovers of
 * a killed write are removed by the next.
 */
final class AtomicFolder {
  private AtomicFolder() {}

  static void write(Path folder, Map<String, byte[]> files) throws IOException {
    Path target = folder.toAbsolutePath();
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException(folder + " is not a place for a folder");
    }
    Files.createDirectories(parent);
    Path fresh = parent.resolve("." + target.getFileName() + ".new");
    Path old = parent.resolve("." + target.getFileName() + ".old");
    delete(fresh);
    Files.createDirectory(fresh);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      writeFile(fresh.resolve(file.getKey()), file.getValue());
    }
    force(fresh);
    delete(old);
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    force(parent);
    delete(old);
  }

  private static void writeFile(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
