package org.strop.bridge.trajectory.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;

/**
 * What a dataset holds. Immutable.
 *
 * @param info what all episodes have in common
 * @param episodes in the order in which they were added
 * @param statistics by channel key, one per component
 */
public record DatasetManifest(
    DatasetInfo info,
    List<EpisodeEntry> episodes,
    SortedMap<String, List<ComponentStatistics>> statistics) {
  /** Version that is written. */
  public static final int SCHEMA_VERSION = 1;

  /** Copies and checks that each channel has statistics of its width. */
  public DatasetManifest {
    episodes = List.copyOf(episodes);
    SortedMap<String, List<ComponentStatistics>> copy = new TreeMap<>();
    for (ChannelSpec spec : info.channels()) {
      List<ComponentStatistics> found = statistics.getOrDefault(spec.key(), List.of());
      if (found.size() != spec.width()) {
        throw new IllegalArgumentException(
            spec.key() + ": expected statistics of " + spec.width() + ", found " + found.size());
      }
      copy.put(spec.key(), List.copyOf(found));
    }
    statistics = Collections.unmodifiableSortedMap(copy);
  }

  /** Returns the manifest of a dataset without episodes. */
  public static DatasetManifest empty(DatasetInfo info) {
    SortedMap<String, List<ComponentStatistics>> none = new TreeMap<>();
    info.channels()
        .forEach(s -> none.put(s.key(), Collections.nCopies(s.width(), ComponentStatistics.EMPTY)));
    return new DatasetManifest(info, List.of(), none);
  }

  /** Returns the number of steps of all episodes. */
  public long totalSteps() {
    return episodes.stream().mapToLong(EpisodeEntry::steps).sum();
  }

  /** Returns the manifest with one more episode. */
  DatasetManifest with(EpisodeEntry entry, Trajectory trajectory) {
    List<EpisodeEntry> all = new ArrayList<>(episodes);
    all.add(entry);
    SortedMap<String, List<ComponentStatistics>> sums = new TreeMap<>();
    for (Map.Entry<String, List<ComponentStatistics>> e : statistics.entrySet()) {
      sums.put(e.getKey(), add(e.getValue(), trajectory.channel(e.getKey())));
    }
    return new DatasetManifest(info, all, sums);
  }

  private static List<ComponentStatistics> add(
      List<ComponentStatistics> before, FloatMatrix values) {
    List<ComponentStatistics> after = new ArrayList<>(before);
    for (int c = 0; c < values.cols(); c++) {
      ComponentStatistics sum = after.get(c);
      for (int t = 0; t < values.rows(); t++) {
        sum = sum.with(values.get(t, c));
      }
      after.set(c, sum);
    }
    return after;
  }
}
