package org.strop.configs;

import java.nio.file.Path;
import java.util.List;

/** Loads strict YAML files into records. */
public final class ConfigLoader {
  private ConfigLoader() {}

  /**
   * Loads a file, applies the overrides, and checks everything.
   *
   * @param overrides each {@code a.b=value}, value in YAML; the same checks hold
   * @throws StropException with all problems at once: unknown, missing or duplicate keys, wrong
   *     types, values out of range, cross-field violations
   */
  public static <T extends Record> Resolved<T> load(
      Path file, List<String> overrides, Class<T> type) {
    throw new UnsupportedOperationException("to be written: " + file + overrides + type);
  }
}
