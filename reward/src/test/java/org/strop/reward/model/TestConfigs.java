package org.strop.reward.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.strop.configs.ConfigLoader;

/** The shipped configuration, made small. */
final class TestConfigs {
  private TestConfigs() {}

  static RewardConfig shipped(String... overrides) {
    return load("peeling", overrides);
  }

  private static RewardConfig load(String name, String... overrides) {
    Path root = Path.of(System.getProperty("strop.root", ".."));
    return ConfigLoader.load(
            root.resolve("configs/reward/" + name + ".yaml"),
            List.of(overrides),
            RewardConfig.class)
        .value();
  }

  /** Small networks, few steps. */
  static RewardConfig small(String... overrides) {
    return shipped(made(overrides));
  }

  /** The composite reward, as small. */
  static RewardConfig composite(String... overrides) {
    return load("peeling_composite", made(overrides));
  }

  /** The transformer, as small. */
  static RewardConfig transformer(String... overrides) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "encoder.width=8",
                "encoder.hidden_width=16",
                "encoder.context=10",
                "encoder.stride=4"));
    all.addAll(List.of(overrides));
    return load("peeling_transformer", made(all.toArray(String[]::new)));
  }

  private static String[] made(String... overrides) {
    List<String> all =
        new ArrayList<>(
            List.of(
                // of these attempts, whatever the shipped task is cut by
                "thickness.edges_m=[0.00015, 0.0006, 0.0014, 0.002]",
                "ensemble.hidden_width=24",
                "ensemble.members=4",
                "fit.steps=120",
                "fit.optimizer.lr=0.01",
                "fit.optimizer.weight_decay=0.1",
                "fit.evaluate_every=10",
                "batch.pieces=32",
                "batch.steps_per_segment=8"));
    all.addAll(List.of(overrides));
    return all.toArray(String[]::new);
  }

  /** Only choices. */
  static RewardConfig pairsOnly(String... overrides) {
    List<String> all = new ArrayList<>(List.of("weights.thickness=0.0", "weights.scores=0.0"));
    all.addAll(List.of(overrides));
    return small(all.toArray(String[]::new));
  }
}
