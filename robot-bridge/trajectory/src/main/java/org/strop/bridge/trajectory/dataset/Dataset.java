package org.strop.bridge.trajectory.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.DidYouMean;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** A dataset, for reading. A snapshot: episodes added after {@link #open} are not seen. */
public final class Dataset {
  private final Path path;
  private final DatasetFolder folder;
  private final DatasetManifest manifest;
  private final Map<String, EpisodeEntry> entries = new LinkedHashMap<>();

  private Dataset(Path path) {
    this.path = path;
    this.folder = new DatasetFolder(path);
    this.manifest = folder.manifest();
    manifest.episodes().forEach(entry -> entries.put(entry.id(), entry));
  }

  /**
   * Opens a dataset and checks that every episode is there with its size; contents are checked when
   * they are read.
   *
   * @throws StropException MISSING_DATA, with the nearest names, if there is none; CORRUPT_DATA,
   *     naming file and byte, if an episode is missing or cut; TOO_NEW if a newer release wrote it
   */
  public static Dataset open(Path folder) {
    return new Dataset(folder);
  }

  /** Returns the folder. */
  public Path folder() {
    return path;
  }

  /** Returns what the dataset holds. */
  public DatasetManifest manifest() {
    return manifest;
  }

  /** Returns the ids of the episodes, in the order in which they were added. */
  public List<String> episodeIds() {
    return List.copyOf(entries.keySet());
  }

  /**
   * Reads an episode.
   *
   * @throws StropException MISSING_DATA if there is none of that id; CORRUPT_DATA, naming file and
   *     byte, if its file is damaged or was changed
   */
  public Trajectory read(String id) {
    EpisodeEntry entry = entries.get(id);
    if (entry == null) {
      Optional<String> near = DidYouMean.nearest(id, entries.keySet());
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there is no episode " + id + ".",
          path.toString(),
          near.map(n -> "did you mean " + n + "?")
              .orElse("choose one of the " + entries.size() + " that the manifest lists."));
    }
    return folder.read(entry);
  }

  /** Reads all episodes, in order; see {@link #read}. */
  public List<Trajectory> readAll() {
    List<Trajectory> all = new ArrayList<>();
    entries.keySet().forEach(id -> all.add(read(id)));
    return all;
  }
}
