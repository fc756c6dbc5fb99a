package org.strop.reward.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.strop.configs.ConfigLoader;

/** The shipped configuration, made small. */
final class TestConfigs {
  private TestConfigs() {}

  static RewardConfig shipped(String... overrides) {
    Path root = Path.of(System.getProperty("strop.root", ".."));
    return ConfigLoader.load(
            root.resolve("configs/reward/peeling.yaml"), List.of(overrides), RewardConfig.class)
        .value();
  }

  /** Small networks, few steps. */
  static RewardConfig small(String... overrides) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "ensemble.hidden_width=24",
                "ensemble.members=4",
                "fit.steps=120",
                "fit.optimizer.lr=0.01",
                "fit.optimizer.weight_decay=0.1",
                "fit.evaluate_every=10",
                "batch.pieces=32",
                "batch.steps_per_segment=8"));
    all.addAll(List.of(overrides));
    return shipped(all.toArray(String[]::new));
  }

  /** Only choices. */
  static RewardConfig pairsOnly(String... overrides) {
    List<String> all = new ArrayList<>(List.of("weights.thickness=0.0", "weights.scores=0.0"));
    all.addAll(List.of(overrides));
    return small(all.toArray(String[]::new));
  }
}
