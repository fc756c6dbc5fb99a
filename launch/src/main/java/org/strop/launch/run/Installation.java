package org.strop.launch.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the program and the configurations that ship with it lie. */
public final class Installation {
  private Installation() {}

  /**
   * Returns the repository's root: {@code STROP_ROOT}, else {@code -Dstrop.root}, else this folder.
   */
  public static Path root() {
    return Stream.of(
            Optional.ofNullable(System.getenv("STROP_ROOT")),
            Optional.ofNullable(System.getProperty("strop.root")))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Path::of)
        .orElse(Path.of(""))
        .toAbsolutePath();
  }

  /** Returns a configuration that ships, for example {@code demo.yaml}. */
  public static Path config(String name) {
    return root().resolve("configs").resolve(name);
  }

  /** Returns the short hash of the commit that is checked out, or {@code unknown}. */
  public static String gitId() {
    Path git = root().resolve(".git");
    try {
      String head = Files.readString(git.resolve("HEAD")).strip();
      String id =
          head.startsWith("ref: ")
              ? Files.readString(git.resolve(head.substring(5))).strip()
              : head;
      return id.substring(0, Math.min(12, id.length()));
    } catch (java.io.IOException e) {
      return "unknown";
    }
  }
}
