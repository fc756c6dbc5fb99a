package org.strop.sim.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.configs.StropException;
import org.strop.sim.suite.task.SuitePairs;

class SuitePairsTest {
  @TempDir private Path folder;

  @Test
  void bothKindsOfPairsShipAndEveryTaskIsInOne() {
    Path file = Path.of(System.getProperty("strop.root"), "configs/tasks/suite_pairs.yaml");
    SuitePairs pairs = SuitePairs.load(file, Suite.TASKS);
    assertThat(pairs.corresponding(true)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(pairs.corresponding(false)).hasSizeGreaterThanOrEqualTo(3);
    Set<String> named = new HashSet<>();
    pairs.pairs().forEach(p -> named.addAll(List.of(p.source(), p.target())));
    assertThat(named).containsExactlyInAnyOrderElementsOf(Suite.names());
  }

  @Test
  void aPairWithAnUnknownTaskIsRefusedWithTheNearest() throws IOException {
    Path file = folder.resolve("pairs.yaml");
    Files.writeString(
        file,
        "pairs:\n  - {source: dor_open, target: drawer_open, corresponds: true, reason: bars}\n");
    assertThatThrownBy(() -> SuitePairs.load(file, Suite.TASKS))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("did you mean door_open?");
  }

  @Test
  void widthsDifferBetweenTasks() {
    Set<Integer> widths = new HashSet<>();
    Suite.names().forEach(n -> widths.add(Suite.TASKS.load(n).state().width()));
    assertThat(widths).hasSizeGreaterThan(3);
  }
}
