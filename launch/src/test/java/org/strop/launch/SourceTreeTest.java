package org.strop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the repository: top level, package docs, file sizes. */
class SourceTreeTest {
  private static final int HARD_LIMIT_LINES = 500;
  private static final Path ROOT = Path.of(System.getProperty("strop.root"));

  @Test
  void theTopLevelIsTheFloorPlanAndNothingElse() throws IOException {
    try (Stream<Path> entries = Files.list(ROOT)) {
      Set<String> names =
          entries
              .map(p -> p.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !Set.of("runs", "target").contains(name))
              .collect(Collectors.toSet());
      assertThat(names)
          .containsExactlyInAnyOrder(
              "README.md",
              "pom.xml",
              "configs",
              "launch",
              "policy",
              "preference-ui",
              "reward",
              "robot-bridge",
              "sim");
    }
  }

  @Test
  void noFileIsLongerThanTheHardLimit() throws IOException {
    for (Path file : javaFiles()) {
      assertThat(Files.readAllLines(file).size())
          .as(file.toString())
          .isLessThanOrEqualTo(HARD_LIMIT_LINES);
    }
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
    Set<Path> folders =
        javaFiles().stream()
            .filter(f -> f.toString().contains("/src/main/"))
            .map(Path::getParent)
            .collect(Collectors.toSet());
    assertThat(folders).isNotEmpty();
    for (Path folder : folders) {
      Path info = folder.resolve("package-info.java");
      assertThat(info).exists();
      assertThat(Files.readString(info)).as(info.toString()).contains("/**", "@NullMarked");
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(f -> f.toString().endsWith(".java"))
          .filter(f -> f.toString().contains("/src/") && !f.toString().contains("/target/"))
          .toList();
    }
  }
}
