package org.strop.policy.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.checkpoint.Checkpoint;

/** The folder of a training run. */
final class RunFolder {
  private static final String RESOLVED = "resolved.yaml";
  private static final String PREFIX = "step_";

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the folder of a run.
   *
   * @param yaml its resolved configuration; written to a new run, compared with an old one
   * @throws StropException {@code CONFIG} if the folder holds a run and it must not be resumed, or
   *     was started with another configuration
   */
  static RunFolder open(Path folder, String yaml, boolean resume) throws IOException {
    Path resolved = folder.resolve(RESOLVED);
    if (Files.exists(resolved)) {
      if (!resume) {
        throw new StropException(
            ErrorCode.CONFIG,
            "there is a run in this folder already",
            folder.toString(),
            "resume it, or choose another folder");
      }
      if (!Files.readString(resolved, StandardCharsets.UTF_8).equals(yaml)) {
        throw new StropException(
            ErrorCode.CONFIG,
            "the run was started with another configuration",
            resolved.toString(),
            "resume with that configuration, or choose another folder");
      }
    } else {
      Files.createDirectories(folder);
      Path fresh = folder.resolve("." + RESOLVED + ".new");
      Files.writeString(fresh, yaml, StandardCharsets.UTF_8);
      Files.move(fresh, resolved, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
    return new RunFolder(folder);
  }

  Path path() {
    return folder;
  }

  /** Returns where the finished policy goes. */
  Path policy() {
    return folder.resolve("policy");
  }

  Path checkpoint(long step) {
    return folder.resolve("checkpoints").resolve(String.format(Locale.ROOT, PREFIX + "%08d", step));
  }

  /** Returns the complete checkpoint with the most steps. */
  Optional<Path> newestCheckpoint() throws IOException {
    Path checkpoints = folder.resolve("checkpoints");
    if (!Files.isDirectory(checkpoints)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(checkpoints)) {
      List<Path> complete =
          all.filter(p -> String.valueOf(p.getFileName()).startsWith(PREFIX))
              .filter(Checkpoint::exists)
              .toList();
      return complete.stream().max(Comparator.comparing(Path::toString));
    }
  }
}
