package org.strop.bridge.trajectory.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.RandomTrajectories;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

class DatasetTest {
  static final DatasetInfo INFO =
      new DatasetInfo(
          "peeling", 20, List.of(Channels.STATE, Channels.WRENCH, Channels.ACTION, Channels.CUT));

  @TempDir Path parent;
  Path folder = Path.of("");
  final Trajectory first = RandomTrajectories.peeling("first", 30, 1);
  final Trajectory second = RandomTrajectories.peeling("second", 20, 2);

  @BeforeEach
  void writeTwoEpisodes() {
    folder = parent.resolve("demos");
    write(folder);
  }

  private void write(Path to) {
    try (DatasetWriter writer = DatasetWriter.create(to, INFO)) {
      writer.add(first);
      writer.add(second);
    }
  }

  private static StropException failure(ErrorCode code, ThrowingCallable call) {
    StropException e = catchThrowableOfType(StropException.class, call);
    assertThat(e).isNotNull();
    assertThat(e.code()).isEqualTo(code);
    return e;
  }

  @Test
  void aSecondWriterIsKeptOutUntilTheFirstIsClosed() {
    try (DatasetWriter one = DatasetWriter.append(folder)) {
      StropException e = failure(ErrorCode.USAGE, () -> DatasetWriter.append(folder));
      assertThat(e).hasMessageContaining("another program is writing");
      one.add(RandomTrajectories.peeling("third", 5, 3));
    }
    try (DatasetWriter two = DatasetWriter.append(folder)) {
      assertThat(two.episodeIds()).containsExactly("first", "second", "third");
    }
  }

  @Test
  void whatWasAddedIsRead() {
    Dataset dataset = Dataset.open(folder);
    assertThat(dataset.readAll()).containsExactly(first, second);
    assertThat(dataset.episodeIds()).containsExactly("first", "second");
    assertThat(dataset.manifest().totalSteps()).isEqualTo(50);
    assertThat(dataset.manifest().info()).isEqualTo(INFO);
  }

  @Test
  void statisticsAreThoseOfAllSteps() {
    var statistics = Dataset.open(folder).manifest().statistics();
    ComponentStatistics fx = java.util.Objects.requireNonNull(statistics.get("action")).get(2);
    double[] all = new double[50];
    for (int t = 0; t < 50; t++) {
      all[t] =
          t < 30
              ? first.channel(Channels.ACTION).get(t, 2)
              : second.channel(Channels.ACTION).get(t - 30, 2);
    }
    double mean = java.util.Arrays.stream(all).sum() / 50;
    double variance = java.util.Arrays.stream(all).map(x -> (x - mean) * (x - mean)).sum() / 50;
    assertThat(fx.count()).isEqualTo(50);
    assertThat(fx.mean()).isCloseTo(mean, org.assertj.core.data.Offset.offset(1e-14));
    assertThat(fx.std()).isCloseTo(Math.sqrt(variance), org.assertj.core.data.Offset.offset(1e-14));
    assertThat(fx.min()).isEqualTo(java.util.Arrays.stream(all).min().orElseThrow());
    assertThat(fx.max()).isEqualTo(java.util.Arrays.stream(all).max().orElseThrow());
  }

  @Test
  void valuesThatAreNotFiniteAreLeftOutOfStatistics() {
    ComponentStatistics s =
        ComponentStatistics.EMPTY.with(Double.NaN).with(3).with(Double.POSITIVE_INFINITY);
    assertThat(s).isEqualTo(new ComponentStatistics(1, 3, 3, 3, 0));
  }

  @Test
  void sameEpisodesGiveTheSameFilesHoweverTheyWereAdded() throws IOException {
    Path other = parent.resolve("other");
    try (DatasetWriter writer = DatasetWriter.create(other, INFO)) {
      writer.addAll(List.of(first));
    }
    try (DatasetWriter writer = DatasetWriter.append(other)) {
      writer.add(second);
    }
    for (String file : List.of("manifest.json", "episodes/first.mcap", "episodes/second.mcap")) {
      assertThat(Files.mismatch(folder.resolve(file), other.resolve(file))).isEqualTo(-1);
    }
  }

  @Test
  void anEpisodeThatTheManifestLacksIsTakenIn() throws IOException {
    Path other = parent.resolve("killed");
    try (DatasetWriter writer = DatasetWriter.create(other, INFO)) {
      writer.add(first);
    }
    Path episode = Path.of("episodes", "second.mcap");
    Files.copy(folder.resolve(episode), other.resolve(episode)); // renamed, then killed
    Files.writeString(other.resolve("episodes/third.mcap.tmp"), "half"); // killed while writing
    Files.writeString(other.resolve("manifest.json.tmp"), "{");
    assertThat(Dataset.open(other).readAll()).containsExactly(first, second);
    DatasetWriter.append(other).close();
    assertThat(Files.mismatch(folder.resolve("manifest.json"), other.resolve("manifest.json")))
        .isEqualTo(-1);
    assertThat(other.resolve("episodes/third.mcap.tmp")).doesNotExist();
  }

  @Test
  void aMissingDatasetIsToldWithTheNearestName() {
    Path wrong = parent.resolve("demo");
    StropException e = failure(ErrorCode.MISSING_DATA, () -> Dataset.open(wrong));
    assertThat(e.fix()).isEqualTo("did you mean " + folder + "?");
    e = failure(ErrorCode.MISSING_DATA, () -> Dataset.open(folder).read("frist"));
    assertThat(e.fix()).isEqualTo("did you mean first?");
  }

  @Test
  void aCutEpisodeIsFoundWhenTheDatasetIsOpened() throws IOException {
    Path file = folder.resolve("episodes/second.mcap");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 9));
    StropException e = failure(ErrorCode.CORRUPT_DATA, () -> Dataset.open(folder));
    assertThat(e.where()).matches(".*second.mcap, byte \\d+");
    Files.delete(file);
    e = failure(ErrorCode.CORRUPT_DATA, () -> Dataset.open(folder));
    assertThat(e.what()).isEqualTo("the episode's file is missing.");
  }

  @Test
  void aFlippedBitIsFoundWhenTheEpisodeIsRead() throws IOException {
    Path file = folder.resolve("episodes/first.mcap");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 61) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 4;
      Files.write(file, flipped);
      Dataset dataset = Dataset.open(folder);
      StropException e = failure(ErrorCode.CORRUPT_DATA, () -> dataset.read("first"));
      assertThat(e.where()).startsWith(file + ", byte ");
    }
    Files.write(file, whole);
    assertThat(Dataset.open(folder).read("first")).isEqualTo(first);
  }

  @Test
  void aManifestOfANewerReleaseIsRefusedAsSuch() throws IOException {
    Path file = folder.resolve("manifest.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"schema_version\" : 1", "\"schema_version\" : 2"));
    failure(ErrorCode.TOO_NEW, () -> Dataset.open(folder));
    Files.writeString(file, text.substring(0, text.length() / 2));
    failure(ErrorCode.CORRUPT_DATA, () -> Dataset.open(folder));
    Files.writeString(file, "{}");
    failure(ErrorCode.CORRUPT_DATA, () -> Dataset.open(folder));
  }

  @Test
  void anExistingDatasetIsNotOverwritten() {
    failure(ErrorCode.USAGE, () -> DatasetWriter.create(folder, INFO));
    DatasetInfo other = new DatasetInfo("peeling", 10, INFO.channels());
    failure(ErrorCode.USAGE, () -> DatasetWriter.createOrAppend(folder, other));
    try (DatasetWriter writer = DatasetWriter.createOrAppend(folder, INFO)) {
      assertThat(writer.episodeIds()).hasSize(2);
    }
  }

  @Test
  void anEpisodeThatDoesNotFitIsRefused() {
    DatasetWriter writer = DatasetWriter.append(folder);
    assertThatThrownBy(() -> writer.add(first)).hasMessageContaining("is in the dataset already");
    Trajectory wider =
        RandomTrajectories.peeling("third", 2, 3)
            .with(
                new org.strop.bridge.trajectory.ChannelSpec(
                    "next.reward", List.of("r"), List.of("1"), ""),
                org.strop.bridge.trajectory.FloatMatrix.of(2, 1, new float[2]));
    assertThatThrownBy(() -> writer.add(wider)).hasMessageContaining("next.reward");
  }
}
