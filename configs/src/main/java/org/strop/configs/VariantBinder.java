package org.strop.configs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the record of a sealed interface by its {@code kind}. */
final class VariantBinder {
  static final String KIND = "kind";

  private final ProblemList problems;

  VariantBinder(ProblemList problems) {
    this.problems = problems;
  }

  /**
   * Returns the records of a sealed interface by kind.
   *
   * @throws IllegalArgumentException if a permitted type is neither record nor sealed interface
   */
  static Map<String, Class<?>> kinds(Class<?> sealed) {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    Arrays.stream(sealed.getPermittedSubclasses())
        .forEach(
            permitted -> {
              if (permitted.isSealed()) {
                kinds.putAll(kinds(permitted));
              } else if (permitted.isRecord()) {
                kinds.put(kindOf(permitted), permitted);
              } else {
                throw new IllegalArgumentException(permitted + " is not a record");
              }
            });
    return kinds;
  }

  /** Returns the kind of a record type. */
  static String kindOf(Class<?> record) {
    return KeyNames.snake(record.getSimpleName());
  }

  /** Returns the record type that the mapping names, or null after a problem was reported. */
  @Nullable Class<?> choose(Class<?> sealed, ConfigNode.Mapping node, String path) {
    Map<String, Class<?>> kinds = kinds(sealed);
    List<String> names = List.copyOf(kinds.keySet());
    String choices = "one of " + String.join(", ", names);
    String key = path.isEmpty() ? KIND : path + "." + KIND;
    ConfigNode.Entry entry = node.entries().get(KIND);
    if (entry == null) {
      String where = node.origin().where(key);
      problems.add("key " + key + " is missing.", where, "add kind: " + choices + ".");
      return null;
    }
    String found = entry.value() instanceof ConfigNode.Scalar s ? s.text() : "not a word";
    Class<?> type = kinds.get(found);
    if (type == null) {
      Optional<String> near = DidYouMean.nearest(found, names);
      problems.add(
          key + " is " + (found.isEmpty() ? "empty" : found) + ", but must be " + choices + ".",
          entry.value().origin().where(key),
          near.map(n -> "did you mean " + n + "?").orElse("choose " + choices + "."));
    }
    return type;
  }
}
