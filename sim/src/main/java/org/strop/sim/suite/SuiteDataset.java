package org.strop.sim.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.DatasetInfo;
import org.strop.bridge.trajectory.dataset.DatasetWriter;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.rollout.EpisodePool;
import org.strop.sim.suite.act.Quality;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.world.SuiteWorld;

/**
 * Graded data of one task in Strop's dataset format. Equal arguments give equal files, whatever the
 * number of threads, and also when it was killed and started again in between.
 *
 * @param task of the suite
 * @param quality grade of the data
 * @param episodes how many there shall be in all
 * @param seed of the first; they count up
 */
public record SuiteDataset(SuiteTask task, Quality quality, int episodes, long seed) {
  private static final long MAX_SEED = 999_999_999;
  private static final int BATCH = 32;

  /** Checks that the seeds fit the names of the episodes. */
  public SuiteDataset {
    if (episodes < 1 || seed < 0 || seed + episodes - 1 > MAX_SEED) {
      throw new StropException(
          ErrorCode.USAGE,
          episodes + " episodes from seed " + seed + " are not in 0 to " + MAX_SEED + ".",
          "dataset of task " + task.name(),
          "ask for at least one episode, with seeds in that range.");
    }
  }

  /** Returns the dataset's name. */
  public String name() {
    return task.name() + "-" + quality.word();
  }

  /** Returns what all its episodes have in common. */
  public DatasetInfo info() {
    return new DatasetInfo(
        name(),
        task.rateHz(),
        List.of(task.state(), SuiteTask.ACTION, Channels.NEXT_REWARD, Channels.NEXT_SUCCESS));
  }

  /** Ids have a fixed width, so that their alphabetical order is the order of the seeds. */
  private String id(int k) {
    return String.format(Locale.ROOT, "%s-%09d", name(), seed + k);
  }

  private Trajectory episode(int k) {
    Quality actual = quality.ofEpisode(k);
    return SuiteEpisode.run(new SuiteWorld(task), actual.policy(), seed + k)
        .trajectory(id(k), actual.word());
  }

  /**
   * Writes what is not there yet.
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
      List<Trajectory> batch = new ArrayList<>();
      int[] written = {done};
      pool.inOrder(
          episodes - done,
          k -> episode(done + k),
          trajectory -> {
            batch.add(trajectory);
            if (batch.size() == BATCH || written[0] + batch.size() == episodes) {
              writer.addAll(batch);
              written[0] += batch.size();
              batch.clear();
              onWritten.accept(written[0]);
            }
          });
    }
  }

  /** What is there must be how these episodes begin. */
  private void checkSeeds(Set<String> there, Path folder) {
    List<String> expected =
        IntStream.range(0, Math.min(there.size(), episodes)).mapToObj(this::id).toList();
    if (!List.copyOf(there).equals(expected)) {
      Set<String> odd = new TreeSet<>(there);
      expected.forEach(odd::remove);
      throw new StropException(
          ErrorCode.USAGE,
          "the dataset there has other episodes than those of seeds "
              + seed
              + " to "
              + (seed + episodes - 1)
              + (odd.isEmpty() ? "." : ", for example " + odd.iterator().next() + "."),
          folder.toString(),
          "choose another folder, or ask for the seeds that it was begun with, and not fewer.");
    }
  }
}
