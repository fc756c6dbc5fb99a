package org.strop.launch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.launch.label.StoreLabels;
import org.strop.reward.compare.CompareConfig;
import org.strop.reward.compare.KnoxLabels;
import org.strop.reward.compare.PairLabels;
import org.strop.reward.compare.PublishedPairs;
import org.strop.reward.compare.StoredPairs;
import org.strop.reward.features.CartesianForceFeatures;
import org.strop.ui.store.Store;
import picocli.CommandLine.Option;

/** Where choices for a comparison come from: any of the three, also several at once. */
final class PairSources {
  @Option(
      names = "--pairs",
      paramLabel = "FILE.npz",
      description = "Published label arrays; repeatable.")
  private List<Path> pairs = List.of();

  @Option(
      names = "--knox",
      paramLabel = "DIR",
      description = "Folder with NAME_X.npy and NAME_Y.npy of grid-world choices.")
  private @Nullable Path knox;

  @Option(names = "--data", paramLabel = "DIR", description = "Dataset with the labelled attempts.")
  private @Nullable Path data;

  @Option(names = "--labels", paramLabel = "FILE|URL", description = "Label store.")
  private @Nullable String labels;

  /** Returns the labels of every task that was named. */
  List<PairLabels> read(CompareConfig config, String verb) {
    List<PairLabels> all = new ArrayList<>();
    pairs.forEach(file -> all.add(PublishedPairs.read(config, file)));
    if (knox != null) {
      all.addAll(KnoxLabels.readAll(knox));
    }
    if (data != null && labels != null) {
      all.addAll(stored(config, data, labels));
    }
    if (all.isEmpty() || (data == null) != (labels == null)) {
      throw new StropException(
          ErrorCode.USAGE,
          all.isEmpty() ? "no labels are named" : "--data and --labels go together",
          verb,
          "give --data with --labels, or --pairs, or --knox");
    }
    return all;
  }

  private static List<PairLabels> stored(CompareConfig config, Path attempts, String store) {
    try (Store opened = store.startsWith("jdbc:") ? Store.open(store) : existing(Path.of(store))) {
      return StoredPairs.of(
          config,
          Dataset.open(attempts).readAll(),
          new StoreLabels(opened),
          new CartesianForceFeatures(1));
    }
  }

  private static Store existing(Path file) {
    if (!Files.exists(file)) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there is no label store " + file,
          "--labels",
          "collect labels first: strop label --data DIR --store " + file);
    }
    return Store.open(file);
  }
}
