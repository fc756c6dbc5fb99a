package org.strop.bridge.trajectory.dataset;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Adds episodes to a dataset. One writer at a time, which a lock ensures; not thread-safe. Every
 * method throws StropException IO if the disk refuses.
 */
public final class DatasetWriter implements AutoCloseable {
  private final DatasetFolder folder;
  private final WriterLock lock;
  private final Set<String> ids = new LinkedHashSet<>();
  private DatasetManifest manifest;
  private boolean closed;

  private DatasetWriter(DatasetFolder folder, WriterLock lock, DatasetManifest manifest) {
    this.folder = folder;
    this.lock = lock;
    this.manifest = manifest;
    manifest.episodes().forEach(entry -> ids.add(entry.id()));
    folder.write(manifest);
  }

  /**
   * Creates a dataset without episodes; makes the folder if it is not there.
   *
   * @throws StropException USAGE if there is a dataset already, or another writer
   */
  public static DatasetWriter create(Path path, DatasetInfo info) {
    DatasetFolder folder = new DatasetFolder(path);
    if (folder.exists() || folder.hasEpisodes()) {
      throw new StropException(
          ErrorCode.USAGE,
          "there is a dataset already.",
          path.toString(),
          "choose another folder, or append to this one.");
    }
    WriterLock lock = WriterLock.take(path);
    folder.prepare();
    return new DatasetWriter(folder, lock, DatasetManifest.empty(info));
  }

  /**
   * Opens a dataset to add episodes; takes in an episode that a killed writer left unlisted.
   *
   * @throws StropException as {@link Dataset#open}; USAGE if there is another writer
   */
  public static DatasetWriter append(Path path) {
    DatasetFolder folder = new DatasetFolder(path);
    folder.manifest(); // nothing is made in a folder that is no dataset
    WriterLock lock = WriterLock.take(path);
    folder.prepare(); // removes half-written files: only with the lock
    return new DatasetWriter(folder, lock, folder.manifest());
  }

  /**
   * Appends to the dataset if there is one, and creates it if not, so that work can be resumed.
   *
   * @throws StropException USAGE if there is one with other channels, rate or name
   */
  public static DatasetWriter createOrAppend(Path path, DatasetInfo info) {
    if (!new DatasetFolder(path).exists()) {
      return create(path, info);
    }
    DatasetWriter writer = append(path);
    if (!writer.manifest.info().equals(info)) {
      writer.close();
      throw new StropException(
          ErrorCode.USAGE,
          "the dataset there is another one: expected "
              + info
              + ", found "
              + writer.manifest.info(),
          path.toString(),
          "choose another folder.");
    }
    return writer;
  }

  /** Returns the ids of the episodes so far, in order. */
  public Set<String> episodeIds() {
    return java.util.Collections.unmodifiableSet(ids);
  }

  /** Returns what the dataset holds so far. */
  public DatasetManifest manifest() {
    return manifest;
  }

  /**
   * Adds an episode; when this returns, the disk has it and the manifest lists it.
   *
   * @throws IllegalArgumentException if its id is there already, or its channels or rate are not
   *     those of the dataset
   */
  public void add(Trajectory trajectory) {
    addAll(List.of(trajectory));
  }

  /** Adds episodes in order, and writes the manifest once; see {@link #add}. */
  public void addAll(List<Trajectory> trajectories) {
    if (closed) {
      throw new IllegalStateException("the writer is closed");
    }
    for (Trajectory trajectory : trajectories) {
      check(trajectory);
      manifest = manifest.with(folder.write(trajectory), trajectory);
      ids.add(trajectory.info().episodeId());
    }
    folder.write(manifest);
  }

  private void check(Trajectory trajectory) {
    String id = trajectory.info().episodeId();
    DatasetInfo info = manifest.info();
    if (ids.contains(id)) {
      throw new IllegalArgumentException("episode " + id + " is in the dataset already");
    }
    if (trajectory.info().rateHz() != info.rateHz()
        || !trajectory.specs().equals(info.channels())) {
      throw new IllegalArgumentException(
          "episode "
              + id
              + ": expected "
              + info.rateHz()
              + " Hz and "
              + info.channels()
              + ", found "
              + trajectory.info().rateHz()
              + " Hz and "
              + trajectory.specs());
    }
  }

  @Override
  public void close() {
    closed = true; // every add left the folder whole
    lock.close();
  }
}
