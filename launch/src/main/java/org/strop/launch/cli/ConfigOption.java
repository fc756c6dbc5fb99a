package org.strop.launch.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.strop.configs.ConfigLoader;
import org.strop.configs.Resolved;
import org.strop.launch.run.Installation;
import picocli.CommandLine.Option;

/** {@code --config FILE --set key=value}: which configuration, and what to change in it. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration; the one that ships where left out.")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change one key, for example --set limits.soft_force_n=20; repeatable.")
  private List<String> set = List.of();

  /** Loads the file that was named, or else the one that ships. */
  <T extends Record> Resolved<T> load(String ships, Class<T> type) {
    return ConfigLoader.load(file(ships), set, type);
  }

  /** Returns the file that was named, or else the one that ships. */
  Path file(String ships) {
    return config != null ? config : Installation.config(ships);
  }

  /** Returns the overrides. */
  List<String> overrides() {
    return set;
  }
}
