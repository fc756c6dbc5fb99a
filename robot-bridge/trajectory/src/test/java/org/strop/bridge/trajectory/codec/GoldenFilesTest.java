package org.strop.bridge.trajectory.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.bridge.trajectory.log.RawEntry;
import org.strop.bridge.trajectory.log.RawLogReader;

/** Files of each schema version that was ever released must still load. */
class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  /** What {@code episode-v1.mcap} was written from. */
  static Trajectory episodeOfVersion1() {
    float[] profile = {0f, 0.02f, 0.02f, 0.1f, 0.021f, 0.019f};
    TrajectoryInfo info =
        new TrajectoryInfo(
            "golden-1",
            "gantry",
            "peeling",
            "demonstrator",
            42,
            20,
            Optional.of(new Workpiece("cucumber", FloatMatrix.of(2, 3, profile), 0.0011)),
            Map.of("split_reason", "gap of 0.3 s"));
    float[] state = {1, 2, 3, 0, 0, 0, 1, 1.5f, 2.5f, 3.5f, 0, 0, 0.6f, 0.8f};
    float[] wrench = {1, 2, 3, 4, 5, 6, Float.NaN, -2, -3, -4, -5, Float.POSITIVE_INFINITY};
    float[] cut = {0.001f, 0.02f, 0, 0, 0.0015f, 0.02f, 0.1f, 0.0005f};
    return new Trajectory(
        info,
        new long[] {1_000_000_000L, 1_050_000_000L},
        Map.of(
            Channels.STATE, FloatMatrix.of(2, 7, state),
            Channels.WRENCH, FloatMatrix.of(2, 6, wrench),
            Channels.ACTION, FloatMatrix.of(2, 7, state),
            Channels.CUT, FloatMatrix.of(2, 4, cut)),
        List.of(new TrajectoryEvent(1_020_000_000L, "gouge", "0.5 mm into the flesh")));
  }

  @Test
  void anEpisodeOfVersion1Loads() {
    assertThat(EpisodeCodec.read(GOLDEN.resolve("episode-v1.mcap"))).isEqualTo(episodeOfVersion1());
  }

  @Test
  void aRawLogOfVersion1Loads() {
    List<RawEntry> entries = RawLogReader.entries(GOLDEN.resolve("raw-log-v1.mcap"));
    float[] wrench = {1, 2, 3, 4, 5, 6};
    assertThat(entries)
        .containsExactly(
            new RawEntry.RawSample("observation.wrench", 10, 12, wrench),
            new RawEntry.RawEvent(new TrajectoryEvent(11, "start", "golden-1"), 13));
  }
}
