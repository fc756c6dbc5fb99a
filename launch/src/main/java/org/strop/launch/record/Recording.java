package org.strop.launch.record;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.strop.bridge.control.record.EpisodeRequest;
import org.strop.bridge.control.record.RawLogSink;
import org.strop.bridge.control.record.RawSink;
import org.strop.bridge.control.record.RecordingSession;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.ros1.Ros1Node;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.dataset.DatasetInfo;
import org.strop.bridge.trajectory.dataset.DatasetWriter;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Records demonstrations of a cell into a dataset, one seed after the other.
 *
 * <p>An episode is in the dataset, on the disk, before the next one starts. A recording that was
 * stopped goes on with the first seed that has no episode yet. Every message also goes into a raw
 * log beside the dataset, {@code raw-<n>.mcap}, as it arrives.
 *
 * @param robot topics, limits, rates
 * @param master of the ROS graph
 * @param out dataset folder
 * @param produce kind, as the cell names it
 * @param firstSeed of the first episode; they count up by one
 * @param episodes how many there shall be in all
 */
public record Recording(
    RobotConfig robot, URI master, Path out, String produce, long firstSeed, int episodes) {
  /**
   * Records what is missing.
   *
   * @param resume whether a dataset that is there is continued
   * @param progress told how many episodes are done
   * @throws StropException USAGE if there is a dataset and {@code resume} is false; UNREACHABLE if
   *     master or robot do not answer, or stop answering
   */
  public void run(boolean resume, IntConsumer progress) {
    DatasetInfo info =
        new DatasetInfo(
            robot.task(),
            robot.policyHz(),
            List.of(Channels.STATE, Channels.WRENCH, Channels.ACTION, Channels.CUT));
    try (DatasetWriter dataset =
            resume ? DatasetWriter.createOrAppend(out, info) : DatasetWriter.create(out, info);
        RosNode node = Ros1Node.connect(master, "/strop_recorder");
        RawSink raw = RawLogSink.create(rawLog(), robot);
        RecordingSession session = RecordingSession.open(node, robot, raw)) {
      record(dataset, session, progress);
    }
  }

  private void record(DatasetWriter dataset, RecordingSession session, IntConsumer progress) {
    Set<Long> done =
        dataset.episodeIds().stream().map(Recording::seedOf).collect(Collectors.toSet());
    progress.accept(done.size());
    for (int i = 0; i < episodes; i++) {
      if (!done.contains(firstSeed + i)) {
        EpisodeRequest request = EpisodeRequest.demonstration(firstSeed + i, produce);
        session.record(request).trajectories().forEach(dataset::add);
        done.add(firstSeed + i);
        progress.accept(done.size());
      }
    }
  }

  /** Returns the seed in an episode's id: {@code peel-17}, {@code peel-17-2}, {@code peel-17.1}. */
  static long seedOf(String episodeId) {
    String[] parts = episodeId.split("[-.]");
    try {
      return Long.parseLong(parts[1]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "episode id '" + episodeId + "' does not tell its seed",
          "dataset",
          "record into a folder of its own",
          e);
    }
  }

  private Path rawLog() {
    int n = 1;
    while (java.nio.file.Files.exists(out.resolve("raw-" + n + ".mcap"))) {
      n++;
    }
    return out.resolve("raw-" + n + ".mcap");
  }
}
