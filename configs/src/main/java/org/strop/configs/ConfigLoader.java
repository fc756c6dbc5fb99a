package org.strop.configs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Loads strict YAML files into records.
 *
 * <p>Each component of the record is a key, spelt in snake_case; there are no defaults. Component
 * types: {@code String, boolean, int, long, double}, {@link Path} (kept as written), enums (in
 * lower case), records, sealed interfaces of records (chosen by {@code kind:}, the record's name in
 * snake_case), {@code List<T>}, {@code Map<String, T>}, and {@code Optional<T>} for a key that may
 * be left out. {@link Bounds} on a list or map holds for each item. A file may start from another:
 * {@code extends: base.yaml}, relative to itself, one level; keys are merged, lists and variants of
 * another kind replaced.
 */
public final class ConfigLoader {
  private ConfigLoader() {}

  /**
   * Loads a file, applies the overrides, and checks everything.
   *
   * @param overrides each {@code a.b=value}, value in YAML; a number in the path is a list index;
   *     the same checks hold
   * @throws StropException CONFIG with all problems at once: unknown, missing, empty or duplicate
   *     keys, wrong types, values out of range, cross-field violations; MISSING_DATA if there is no
   *     such file
   */
  public static <T extends Record> Resolved<T> load(
      Path file, List<String> overrides, Class<T> type) {
    ProblemList problems = new ProblemList();
    Optional<ConfigNode.Mapping> tree = new ConfigSource(problems).read(file);
    return resolve(tree, overrides, type, problems, file.toString());
  }

  /**
   * Reads a configuration from text, for example a resolved one that was stored elsewhere; {@code
   * extends} is not followed.
   *
   * @param name of the source, told in errors
   * @throws StropException as {@link #load}
   */
  public static <T extends Record> Resolved<T> parse(
      String yaml, String name, List<String> overrides, Class<T> type) {
    ProblemList problems = new ProblemList();
    Optional<ConfigNode.Mapping> tree =
        YamlTree.read(yaml, name, false, problems)
            .filter(ConfigNode.Mapping.class::isInstance)
            .map(ConfigNode.Mapping.class::cast);
    if (tree.isEmpty() && problems.isEmpty()) {
      problems.add("the text holds no keys.", name, "write key: value lines.");
    }
    return resolve(tree, overrides, type, problems, name);
  }

  /** Returns a record as YAML that {@link #parse} reads back to an equal record. */
  public static String toYaml(Record record) {
    return YamlWriter.write(record);
  }

  private static <T extends Record> Resolved<T> resolve(
      Optional<ConfigNode.Mapping> tree,
      List<String> overrides,
      Class<T> type,
      ProblemList problems,
      String name) {
    Optional<Object> value =
        tree.map(t -> new Overrides(problems).apply(t, overrides))
            .map(t -> new RecordBinder(problems).record(type, t, "", Set.of()));
    problems.throwIfAny(name);
    T record = type.cast(value.orElseThrow());
    String yaml = YamlWriter.write(record);
    return new Resolved<>(record, yaml, sha256(yaml));
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
