package org.strop.sim.rollout;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.dataset.DatasetInfo;
import org.strop.bridge.trajectory.dataset.DatasetWriter;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.task.TaskConfig;

/**
 * Demonstrations of peeling as a dataset, computed in the process. Equal arguments give equal
 * files, whatever the number of threads, and also when it was killed and started again in between.
 *
 * @param task peeling
 * @param episodes how many there shall be in all
 * @param seed of the first; they count up
 */
public record DemonstrationDataset(TaskConfig task, int episodes, long seed) {
  /** Checks the number. */
  public DemonstrationDataset {
    if (episodes < 1) {
      throw new StropException(
          ErrorCode.USAGE,
          episodes + " episodes make no dataset.",
          "dataset of task " + task.name(),
          "ask for at least one.");
    }
  }

  private DatasetInfo info() {
    return new DatasetInfo(
        task.name(),
        task.policyRateHz(),
        List.of(Channels.STATE, Channels.WRENCH, Channels.ACTION, Channels.CUT));
  }

  /**
   * Writes what is not there yet; each episode is listed before the next one is written.
   *
   * @param folder created if it is not there
   * @param onWritten told how many episodes are there
   * @throws StropException USAGE if there is another dataset, or one of other seeds
   */
  public void write(Path folder, EpisodePool pool, IntConsumer onWritten) {
    try (DatasetWriter writer = DatasetWriter.createOrAppend(folder, info())) {
      Set<String> there = writer.episodeIds();
      int done = there.size();
      checkSeeds(there, folder);
      onWritten.accept(done);
      pool.inOrder(
          episodes - done,
          k -> DemonstrationFactory.demonstrate(task, TaskConfig.MIXED, seed + done + k),
          trajectory -> {
            writer.add(trajectory);
            onWritten.accept(writer.episodeIds().size());
          });
    }
  }

  private void checkSeeds(Set<String> there, Path folder) {
    List<String> expected =
        IntStream.range(0, Math.min(there.size(), episodes))
            .mapToObj(k -> "demo-" + (seed + k))
            .toList();
    if (!List.copyOf(there).equals(expected)) {
      throw new StropException(
          ErrorCode.USAGE,
          "the dataset there has other episodes than those of seeds "
              + seed
              + " to "
              + (seed + episodes - 1)
              + ".",
          folder.toString(),
          "choose another folder, or ask for the seeds that it was begun with, and not fewer.");
    }
  }
}
