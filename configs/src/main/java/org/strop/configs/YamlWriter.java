package org.strop.configs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes a record as YAML: every key in record order, maps sorted by key, so that equal records
 * give equal text.
 */
final class YamlWriter {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");
  private static final Pattern WORD_OF_YAML =
      Pattern.compile("true|false|null|yes|no|on|off|nan|inf|infinity", Pattern.CASE_INSENSITIVE);

  private final StringBuilder out = new StringBuilder();

  static String write(Record record) {
    YamlWriter writer = new YamlWriter();
    writer.keys(record, 0);
    return writer.out.toString();
  }

  private void keys(Object record, int depth) {
    for (RecordShape.Key key : new RecordShape(record.getClass()).keys()) {
      Object value = RecordShape.get(key, record);
      if (key.optional()) {
        ((Optional<?>) value).ifPresent(v -> entry(key.name(), v, isVariant(key.type()), depth));
      } else {
        entry(key.name(), value, isVariant(key.type()), depth);
      }
    }
  }

  /** Whether a value of the type, or an item of the list or map, names its kind. */
  private static boolean isVariant(java.lang.reflect.Type type) {
    if (type instanceof java.lang.reflect.ParameterizedType p) {
      java.lang.reflect.Type[] inner = p.getActualTypeArguments();
      return isVariant(inner[inner.length - 1]);
    }
    return type instanceof Class<?> raw && raw.isSealed();
  }

  private void entry(String key, Object value, boolean variant, int depth) {
    indent(depth);
    out.append(quoted(key)).append(':');
    body(value, variant, depth + 1);
  }

  /** Writes what follows a colon, or the dash of a list item. */
  private void body(Object value, boolean variant, int depth) {
    if (value instanceof Record record) {
      boolean empty = !variant && new RecordShape(record.getClass()).keys().isEmpty();
      out.append(empty ? " {}\n" : "\n");
      if (variant) {
        entry(VariantBinder.KIND, VariantBinder.kindOf(record.getClass()), false, depth);
      }
      keys(record, depth);
    } else if (value instanceof List<?> list && !list.isEmpty() && !isScalar(list.get(0))) {
      out.append('\n');
      for (Object item : list) {
        indent(depth);
        out.append('-');
        body(item, variant, depth + 1);
      }
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      out.append('\n');
      new TreeMap<>(map).forEach((k, v) -> entry((String) k, v, variant, depth));
    } else {
      out.append(' ').append(inline(value)).append('\n');
    }
  }

  private static boolean isScalar(Object value) {
    return !(value instanceof Record || value instanceof List<?> || value instanceof Map<?, ?>);
  }

  private static String inline(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(YamlWriter::inline).toList().toString();
    }
    if (value instanceof Map<?, ?>) {
      return "{}";
    }
    if (value instanceof String || value instanceof Path) {
      return quoted(value.toString());
    }
    return value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : value.toString();
  }

  private static String quoted(String text) {
    if (PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> escape(c, quoted));
    return quoted.append('"').toString();
  }

  private static void escape(int c, StringBuilder out) {
    if (c == '"' || c == '\\') {
      out.append('\\').appendCodePoint(c);
    } else if (c >= ' ' && c <= '~') {
      out.appendCodePoint(c);
    } else {
      out.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
    }
  }

  private void indent(int depth) {
    out.append("  ".repeat(depth));
  }
}
