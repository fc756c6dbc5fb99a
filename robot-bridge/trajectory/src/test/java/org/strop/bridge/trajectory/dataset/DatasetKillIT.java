package org.strop.bridge.trajectory.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.RandomTrajectories;

/** A process that adds episodes is killed; nothing that it was told is safe may be lost. */
@Tag("slow")
class DatasetKillIT {
  @TempDir Path parent;

  /** Adds episodes for ever, and says the id of each after it was added. */
  static final class Recorder {
    private Recorder() {}

    public static void main(String[] args) throws IOException {
      try (DatasetWriter writer =
          DatasetWriter.createOrAppend(Path.of(args[0]), DatasetTest.INFO)) {
        for (int i = writer.episodeIds().size(); i < 10_000; i++) {
          writer.add(RandomTrajectories.peeling("episode-" + i, 150, i));
          System.out.write(("episode-" + i + "\n").getBytes(StandardCharsets.UTF_8));
          System.out.flush();
        }
      }
    }
  }

  @Test
  void everyEpisodeThatWasAddedOutlivesAKill() throws Exception {
    Path folder = parent.resolve("demos");
    List<String> told = new ArrayList<>();
    for (int kill = 0; kill < 4; kill++) {
      told.addAll(killedAfter(7 + 5 * kill, folder));
      Dataset dataset = Dataset.open(folder);
      assertThat(dataset.episodeIds()).containsAll(told);
      assertThat(dataset.episodeIds().size()).isLessThanOrEqualTo(told.size() + kill + 1);
    }
    Dataset dataset = Dataset.open(folder);
    for (int i = 0; i < dataset.episodeIds().size(); i++) {
      assertThat(dataset.read("episode-" + i))
          .isEqualTo(RandomTrajectories.peeling("episode-" + i, 150, i));
    }
  }

  /** Runs the recorder until it has told some ids, then kills it; returns all that it told. */
  private static List<String> killedAfter(int episodes, Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Recorder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> told = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      while (line != null) {
        told.add(line);
        if (told.size() == episodes) {
          process.toHandle().destroyForcibly(); // unlike the process, it leaves the pipe open
        }
        line = out.readLine();
      }
    }
    process.waitFor();
    assertThat(told.size()).isGreaterThanOrEqualTo(episodes);
    assertThat(Files.isDirectory(folder)).isTrue();
    return told;
  }
}
