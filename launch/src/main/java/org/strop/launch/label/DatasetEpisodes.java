package org.strop.launch.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.ui.panel.EpisodeSource;

/** A dataset folder as the panel's source of attempts; episodes are read when they are shown. */
public final class DatasetEpisodes implements EpisodeSource {
  private final Dataset dataset;
  private final Map<String, Summary> summaries = new LinkedHashMap<>();

  /** Lists a dataset's episodes; reads each once. */
  public DatasetEpisodes(Dataset dataset) {
    this.dataset = dataset;
    for (String id : dataset.episodeIds()) {
      summaries.put(id, Summary.of(dataset.read(id)));
    }
  }

  @Override
  public List<Summary> episodes() {
    return new ArrayList<>(summaries.values());
  }

  @Override
  public Optional<Trajectory> find(String episodeId) {
    return summaries.containsKey(episodeId)
        ? Optional.of(dataset.read(episodeId))
        : Optional.empty();
  }
}
