package org.strop.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.bridge.trajectory.dataset.DatasetInfo;
import org.strop.bridge.trajectory.dataset.DatasetWriter;
import org.strop.ui.SyntheticAttempts;

class EpisodeSourceTest {
  @TempDir Path folder;

  @Test
  void aDatasetAndAListOfTheSameEpisodesLookTheSame() {
    List<Trajectory> attempts = SyntheticAttempts.make(3, 5);
    Path path = folder.resolve("attempts");
    DatasetInfo info = new DatasetInfo("attempts", 20, attempts.get(0).specs());
    try (DatasetWriter writer = DatasetWriter.create(path, info)) {
      writer.addAll(attempts);
    }
    EpisodeSource list = EpisodeSource.of(attempts);
    EpisodeSource dataset = EpisodeSource.of(Dataset.open(path));
    assertThat(dataset.episodes()).isEqualTo(list.episodes());
    assertThat(dataset.find("attempt-1")).isEqualTo(list.find("attempt-1"));
    assertThat(dataset.summary("attempt-2")).isEqualTo(list.summary("attempt-2"));
    assertThat(dataset.find("nobody")).isEmpty();
    assertThat(dataset.summary("nobody")).isEmpty();
  }
}
