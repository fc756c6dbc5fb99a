package org.strop.reward.knox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * One condition of a study, as three files in a folder: {@code NAME_X.npy}, {@code NAME_Y.npy},
 * {@code NAME_segment_pairs.npy}.
 *
 * @param name as in the files' names
 * @param folder where they lie
 */
public record Condition(String name, Path folder) {
  private static final String PAIRS = "_segment_pairs.npy";

  /** Returns the statistics: second minus first of partial return, V*(s₀), V*(s_T). */
  public Path statistics() {
    return folder.resolve(name + "_X.npy");
  }

  /** Returns the labels. */
  public Path labels() {
    return folder.resolve(name + "_Y.npy");
  }

  /** Returns the pairs of segments. */
  public Path pairs() {
    return folder.resolve(name + PAIRS);
  }

  /**
   * Returns a folder's condition.
   *
   * @param wanted its name; may be left out where there is only one
   * @throws StropException if there is none, several and none wanted, or not the one wanted
   */
  public static Condition find(Path folder, Optional<String> wanted) {
    List<String> names = names(folder);
    if (wanted.isPresent() && names.contains(wanted.get())) {
      return new Condition(wanted.get(), folder);
    }
    if (wanted.isEmpty() && names.size() == 1) {
      return new Condition(names.get(0), folder);
    }
    throw new StropException(
        names.isEmpty() ? ErrorCode.MISSING_DATA : ErrorCode.USAGE,
        wanted.map(w -> "there is no condition " + w).orElse("which condition is not clear")
            + "; there "
            + (names.isEmpty() ? "is none" : "are " + String.join(", ", names)),
        folder.toAbsolutePath().toString(),
        names.isEmpty()
            ? "name a folder with NAME" + PAIRS + ", NAME_X.npy and NAME_Y.npy"
            : "name one with --condition");
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(PAIRS))
          .map(name -> name.substring(0, name.length() - PAIRS.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO, "cannot list " + folder, folder.toString(), "check its permissions", e);
    }
  }
}
