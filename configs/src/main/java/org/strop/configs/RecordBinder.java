package org.strop.configs;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns a tree into a record, and reports all that does not fit. */
final class RecordBinder {
  private final ProblemList problems;
  private final ScalarBinder scalars;
  private final VariantBinder variants;

  RecordBinder(ProblemList problems) {
    this.problems = problems;
    this.scalars = new ScalarBinder(problems);
    this.variants = new VariantBinder(problems);
  }

  /** Returns the value, or null after a problem was reported. */
  @Nullable Object bind(Type type, @Nullable Bounds bounds, ConfigNode node, String path) {
    if (node instanceof ConfigNode.Scalar scalar && scalar.isNull()) {
      String expected = Expected.describe(type, bounds);
      String what = path + " is empty, but must be " + expected + ".";
      problems.add(what, node.origin().where(path), "write a value, or remove an optional key.");
      return null;
    }
    if (type instanceof ParameterizedType p) {
      return container(p, bounds, node, path);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord() || raw.isSealed()) {
      return node instanceof ConfigNode.Mapping mapping
          ? variantOrRecord(raw, mapping, path)
          : wrongShape(type, bounds, node, path);
    }
    return node instanceof ConfigNode.Scalar scalar
        ? scalars.bind(raw, bounds, scalar, path)
        : wrongShape(type, bounds, node, path);
  }

  private @Nullable Object wrongShape(
      Type type, @Nullable Bounds bounds, ConfigNode node, String path) {
    String found =
        node instanceof ConfigNode.Mapping
            ? "keys with values"
            : node instanceof ConfigNode.Sequence ? "a list" : ((ConfigNode.Scalar) node).text();
    String expected = Expected.describe(type, bounds);
    String what = path + " is " + found + ", but must be " + expected + ".";
    problems.add(what, node.origin().where(path), "write " + expected + ".");
    return null;
  }

  private @Nullable Object variantOrRecord(Class<?> type, ConfigNode.Mapping node, String path) {
    if (type.isRecord()) {
      return record(type, node, path, Set.of());
    }
    Class<?> chosen = variants.choose(type, node, path);
    return chosen == null ? null : record(chosen, node, path, Set.of(VariantBinder.KIND));
  }

  /** Returns the record, or null after a problem was reported. */
  @Nullable Object record(Class<?> type, ConfigNode.Mapping node, String path, Set<String> known) {
    RecordShape shape = new RecordShape(type);
    Set<String> misspelt = unknownKeys(shape, node, path, known);
    List<@Nullable Object> values = new ArrayList<>();
    for (RecordShape.Key key : shape.keys()) {
      values.add(value(key, node, path, misspelt.contains(key.name())));
    }
    if (values.contains(null)) {
      return null;
    }
    List<Object> complete = values.stream().map(Objects::requireNonNull).toList();
    try {
      Object made = shape.create(complete);
      if (made instanceof SelfChecking checking) {
        checking.check((key, what, fix) -> report(node, path, key, what, fix));
      }
      return made;
    } catch (IllegalArgumentException e) {
      String fix = "correct the keys below " + (path.isEmpty() ? "the top" : path) + ".";
      problems.add(sentence(String.valueOf(e.getMessage())), node.origin().where(path), fix);
      return null;
    }
  }

  private @Nullable Object value(
      RecordShape.Key key, ConfigNode.Mapping node, String path, boolean toldAlready) {
    ConfigNode.Entry entry = node.entries().get(key.name());
    String full = join(path, key.name());
    if (entry != null) {
      Object value = bind(key.type(), key.bounds(), entry.value(), full);
      return key.optional() && value != null ? Optional.of(value) : value;
    }
    if (key.optional()) {
      return Optional.empty();
    }
    if (!toldAlready) {
      String expected = Expected.describe(key.type(), key.bounds());
      String fix = "add " + key.name() + ": " + expected + ".";
      problems.add("key " + full + " is missing.", node.origin().where(full), fix);
    }
    return null;
  }

  /** Reports unknown keys; returns the missing keys that they were probably meant to be. */
  private Set<String> unknownKeys(
      RecordShape shape, ConfigNode.Mapping node, String path, Set<String> known) {
    Set<String> misspelt = new TreeSet<>();
    List<String> free = new ArrayList<>(shape.names());
    free.removeAll(node.entries().keySet());
    node.entries()
        .forEach(
            (key, entry) -> {
              if (shape.names().contains(key) || known.contains(key)) {
                return;
              }
              Optional<String> near = DidYouMean.nearest(key, free);
              near.ifPresent(misspelt::add);
              String all = "the keys here are " + String.join(", ", shape.names()) + ".";
              problems.add(
                  "there is no key " + join(path, key) + ".",
                  entry.keyOrigin().where(join(path, key)),
                  near.map(n -> "did you mean " + n + "? ").orElse("remove it; ") + all);
            });
    return misspelt;
  }

  private void report(ConfigNode.Mapping node, String path, String key, String what, String fix) {
    ConfigNode at = node;
    for (String part : key.split("\\.", -1)) {
      ConfigNode.Entry entry = at instanceof ConfigNode.Mapping m ? m.entries().get(part) : null;
      if (entry == null) {
        break;
      }
      at = entry.value();
    }
    String full = join(path, key);
    problems.add(full + " " + sentence(what), at.origin().where(full), sentence(fix));
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  private @Nullable Object container(
      ParameterizedType type, @Nullable Bounds bounds, ConfigNode node, String path) {
    if (type.getRawType() == List.class && node instanceof ConfigNode.Sequence list) {
      return list(type.getActualTypeArguments()[0], bounds, list, path);
    }
    if (type.getRawType() == Map.class && node instanceof ConfigNode.Mapping mapping) {
      return map(type.getActualTypeArguments()[1], bounds, mapping, path);
    }
    return wrongShape(type, bounds, node, path);
  }

  private @Nullable Object list(
      Type item, @Nullable Bounds bounds, ConfigNode.Sequence node, String path) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < node.items().size(); i++) {
      Object value = bind(item, bounds, node.items().get(i), path + "." + i);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == node.items().size() ? List.copyOf(values) : null;
  }

  private @Nullable Object map(
      Type item, @Nullable Bounds bounds, ConfigNode.Mapping node, String path) {
    Map<String, Object> values = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (key, entry) -> {
              Object value = bind(item, bounds, entry.value(), join(path, key));
              if (value != null) {
                values.put(key, value);
              }
            });
    return values.size() == node.entries().size() ? Collections.unmodifiableMap(values) : null;
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
