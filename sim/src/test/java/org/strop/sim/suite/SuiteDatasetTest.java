package org.strop.sim.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.StropException;
import org.strop.sim.rollout.EpisodePool;
import org.strop.sim.suite.act.Quality;
import org.strop.sim.suite.task.SuiteTask;

/** Same seed, same bytes. */
class SuiteDatasetTest {
  @TempDir private Path folder;

  private static SuiteDataset data(Quality quality, int episodes, long seed) {
    return new SuiteDataset(Suite.TASKS.load("faucet_open"), quality, episodes, seed);
  }

  private Path write(String name, SuiteDataset data, int threads) {
    Path out = folder.resolve(name);
    try (EpisodePool pool = new EpisodePool(threads)) {
      data.write(out, pool, done -> {});
    }
    return out;
  }

  private static Map<String, List<Byte>> bytes(Path folder) throws IOException {
    Map<String, List<Byte>> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        List<Byte> boxed = new java.util.ArrayList<>(content.length);
        for (byte b : content) {
          boxed.add(b);
        }
        all.put(folder.relativize(file).toString(), boxed);
      }
    }
    return all;
  }

  @Test
  void twoRunsWithDifferentThreadsAreTheSameBytes() throws IOException {
    SuiteDataset data = data(Quality.MIXED, 9, 4);
    Map<String, List<Byte>> first = bytes(write("a", data, 1));
    assertThat(bytes(write("b", data, 1))).isEqualTo(first);
    assertThat(bytes(write("c", data, 3))).isEqualTo(first);
    assertThat(first).hasSize(9 + 2); // manifest and lock
    assertThat(bytes(write("d", data(Quality.MIXED, 9, 5), 1))).isNotEqualTo(first);
  }

  @Test
  void whatWasKilledAndGoesOnEndsInTheSameBytes() throws IOException {
    SuiteDataset whole = data(Quality.NOISY, 12, 95); // ids cross a power of ten
    Map<String, List<Byte>> expected = bytes(write("whole", whole, 2));
    Path out = write("part", data(Quality.NOISY, 3, 95), 2);
    for (int k = 3; k < 7; k++) { // on the disk, but not in the manifest yet
      String file = String.format("episodes/faucet_open-noisy-%09d.mcap", 95 + k);
      Files.copy(folder.resolve("whole").resolve(file), out.resolve(file));
    }
    Files.write(out.resolve("episodes/faucet_open-noisy-000000102.mcap.tmp"), new byte[] {1, 2});
    assertThat(bytes(write("part", whole, 2))).isEqualTo(expected);
    assertThat(bytes(write("part", whole, 2))).isEqualTo(expected); // nothing left to do
  }

  @Test
  void otherSeedsAreRefusedInAFolderThatWasBegun() {
    Path out = write("a", data(Quality.RANDOM, 3, 1), 1);
    assertThatThrownBy(() -> write("a", data(Quality.RANDOM, 3, 2), 1))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("other episodes than those of seeds 2 to 4")
        .hasMessageContaining("faucet_open-random-000000001");
    assertThatThrownBy(() -> write("a", data(Quality.EXPERT, 3, 1), 1))
        .hasMessageContaining("another one");
    assertThat(Dataset.open(out).episodeIds()).hasSize(3);
  }

  @Test
  void rowsHoldObservationActionAndWhatFollowed() {
    SuiteTask task = Suite.TASKS.load("faucet_open");
    Path out = write("a", data(Quality.MIXED, 4, 1), 2);
    List<Trajectory> all = Dataset.open(out).readAll();
    assertThat(all)
        .extracting(t -> t.info().source())
        .containsExactly("expert", "noisy", "wandering", "random");
    for (Trajectory t : all) {
      assertThat(t.length()).isEqualTo(task.horizon());
      assertThat(t.channel(task.state()).cols()).isEqualTo(task.state().width());
      assertThat(t.channel(SuiteTask.ACTION).cols()).isEqualTo(4);
      t.specs().forEach(spec -> assertThat(t.channel(spec).isFinite()).isTrue());
    }
    FloatMatrix success = all.get(0).channel(Channels.NEXT_SUCCESS);
    FloatMatrix reward = all.get(0).channel(Channels.NEXT_REWARD);
    assertThat(success.get(0, 0)).isZero();
    assertThat(success.get(success.rows() - 1, 0)).isEqualTo(1);
    assertThat(reward.get(reward.rows() - 1, 0)).isGreaterThan(reward.get(0, 0));
    assertThat(all.get(0).info().attributes()).containsEntry("outcome", "solved");
  }
}
