package org.strop.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.launch.run.RunFolder;

class StagesTest {
  @TempDir private Path folder;
  private final List<String> ran = new ArrayList<>();

  @Test
  void aFinishedStageIsNotRunAgain() {
    Stages stages = new Stages(folder);
    stages.restart("a", () -> ran.add("a"));
    new Stages(folder).restart("a", () -> ran.add("again"));
    assertThat(ran).containsExactly("a");
  }

  @Test
  void aStageThatWasKilledIsRunAgainFromAnEmptyFolder() {
    Stages stages = new Stages(folder);
    assertThatThrownBy(
            () ->
                stages.restart(
                    "a",
                    () -> {
                      RunFolder.write(stages.folder("a").resolve("sub/half"), "x");
                      throw new IllegalStateException("killed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stages.done("a")).isFalse();
    stages.restart("a", () -> ran.add(Files.exists(stages.folder("a")) ? "dirty" : "empty"));
    assertThat(ran).containsExactly("empty");
    assertThat(stages.done("a")).isTrue();
  }

  @Test
  void aStageThatResumesKeepsWhatItHad() {
    Stages stages = new Stages(folder);
    RunFolder.write(stages.folder("a").resolve("half"), "x");
    stages.resume(
        "a", () -> ran.add(Files.exists(stages.folder("a").resolve("half")) ? "kept" : ""));
    assertThat(ran).containsExactly("kept");
  }
}
