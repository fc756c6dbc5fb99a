package org.strop.reward.compare;

import java.nio.file.Path;
import java.util.List;
import org.strop.configs.ConfigLoader;

/** The shipped configuration, with changes. */
final class TestCompare {
  private TestCompare() {}

  static CompareConfig shipped(String... overrides) {
    Path root = Path.of(System.getProperty("strop.root", ".."));
    return ConfigLoader.load(
            root.resolve("configs/reward/compare.yaml"), List.of(overrides), CompareConfig.class)
        .value();
  }
}
