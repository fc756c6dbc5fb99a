package org.strop.ui.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;

/** Where the panel takes attempts from. Threads call it at the same time. */
public interface EpisodeSource {
  /** Returns what there is, in a fixed order. */
  List<Summary> episodes();

  /** Returns one line about an episode, without reading it, if there is one of that id. */
  default Optional<Summary> summary(String episodeId) {
    return episodes().stream().filter(s -> s.episodeId().equals(episodeId)).findFirst();
  }

  /** Returns one episode, if there is one of that id. */
  Optional<Trajectory> find(String episodeId);

  /**
   * One line about an episode.
   *
   * @param episodeId its id
   * @param source who acted; never shown on the page, so that the judgement stays blind
   * @param steps T
   */
  record Summary(String episodeId, String source, int steps) {
    /** Returns the summary of a trajectory. */
    public static Summary of(Trajectory trajectory) {
      return new Summary(
          trajectory.info().episodeId(), trajectory.info().source(), trajectory.length());
    }
  }

  /** Returns a source over trajectories in memory. */
  static EpisodeSource of(List<Trajectory> trajectories) {
    Map<String, Trajectory> byId = new LinkedHashMap<>();
    trajectories.forEach(t -> byId.put(t.info().episodeId(), t));
    List<Summary> summaries = byId.values().stream().map(Summary::of).toList();
    return new EpisodeSource() {
      @Override
      public List<Summary> episodes() {
        return summaries;
      }

      @Override
      public Optional<Trajectory> find(String episodeId) {
        return Optional.ofNullable(byId.get(episodeId));
      }
    };
  }

  /**
   * Returns a source over a dataset; an episode is read when it is asked for, and not kept.
   *
   * <p>{@link #find} throws what {@link Dataset#read} throws where a file is damaged.
   */
  static EpisodeSource of(Dataset dataset) {
    List<Summary> summaries =
        dataset.manifest().episodes().stream()
            .map(entry -> new Summary(entry.id(), entry.source(), entry.steps()))
            .toList();
    Set<String> ids = Set.copyOf(dataset.episodeIds());
    return new EpisodeSource() {
      @Override
      public List<Summary> episodes() {
        return summaries;
      }

      @Override
      public Optional<Trajectory> find(String episodeId) {
        return ids.contains(episodeId) ? Optional.of(dataset.read(episodeId)) : Optional.empty();
      }
    };
  }
}
