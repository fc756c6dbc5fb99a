package org.strop.configs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns single values into text, numbers, paths and enums, and checks their range. */
final class ScalarBinder {
  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,40}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,60})?|\\.\\d{1,60})([eE][-+]?\\d{1,3})?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  private final ProblemList problems;

  ScalarBinder(ProblemList problems) {
    this.problems = problems;
  }

  /** Returns the value, or null after a problem was reported. */
  @Nullable Object bind(
      Class<?> type, @Nullable Bounds bounds, ConfigNode.Scalar node, String path) {
    Optional<?> value = convert(type, node);
    if (value.isEmpty()) {
      refuse(type, bounds, node, path);
      return null;
    }
    if (value.get() instanceof Number number && outside(number.doubleValue(), bounds)) {
      refuse(type, bounds, node, path);
      return null;
    }
    return value.get();
  }

  private static Optional<?> convert(Class<?> type, ConfigNode.Scalar node) {
    String text = node.text();
    if (type == String.class || type == Path.class) {
      return isText(node)
          ? (type == Path.class ? path(text) : Optional.of(text))
          : Optional.empty();
    }
    if (type.isEnum()) {
      int index = Expected.choices(type).indexOf(text);
      return index < 0 ? Optional.empty() : Optional.of(type.getEnumConstants()[index]);
    }
    if (!node.plain()) {
      return Optional.empty();
    }
    if (type == boolean.class || type == Boolean.class) {
      return text.equals("true") || text.equals("false")
          ? Optional.of(text.equals("true"))
          : Optional.empty();
    }
    return number(type, text);
  }

  private static Optional<?> number(Class<?> type, String text) {
    if (type == double.class || type == Double.class) {
      return NUMBER.matcher(text).matches()
          ? Optional.of(Double.valueOf(text)).filter(Double::isFinite)
          : Optional.empty();
    }
    if (!INTEGER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigInteger value = new BigDecimal(text).toBigIntegerExact();
    if (type == int.class || type == Integer.class) {
      return value.bitLength() < 32 ? Optional.of(value.intValueExact()) : Optional.empty();
    }
    return value.bitLength() < 64 ? Optional.of(value.longValueExact()) : Optional.empty();
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty(); // the caller reports the value
    }
  }

  /** A bare number, truth value or null is not text: someone forgot quotes, or mixed up keys. */
  private static boolean isText(ConfigNode.Scalar node) {
    return !node.plain() || kindOf(node).equals("text");
  }

  private static String kindOf(ConfigNode.Scalar node) {
    String text = node.text();
    if (!node.plain()) {
      return "text";
    }
    if (text.equals("true") || text.equals("false")) {
      return "a truth value";
    }
    if (NOT_FINITE.matcher(text).matches()) {
      return "not finite";
    }
    return NUMBER.matcher(text).matches() ? "a number" : "text";
  }

  private static boolean outside(double value, @Nullable Bounds bounds) {
    return bounds != null
        && (value < bounds.min()
            || value > bounds.max()
            || (bounds.exclusiveMin() && value == bounds.min()));
  }

  private void refuse(Class<?> type, @Nullable Bounds bounds, ConfigNode.Scalar node, String path) {
    String expected = Expected.describe(type, bounds);
    String what = path + " is " + shown(type, node) + ", but must be " + expected + ".";
    problems.add(what, node.origin().where(path), fix(type, node, path, expected));
  }

  private static String shown(Class<?> type, ConfigNode.Scalar node) {
    String cut = node.text().length() > 60 ? node.text().substring(0, 60) + "..." : node.text();
    String value = node.plain() ? cut : '"' + cut + '"';
    boolean wantsNumber = Number.class.isAssignableFrom(type) || type.isPrimitive();
    String kind = kindOf(node);
    boolean tell =
        kind.equals("a number") ? type == String.class || type == Path.class : wantsNumber;
    return tell ? value + " (" + kind + ")" : value;
  }

  private static String fix(Class<?> type, ConfigNode.Scalar node, String path, String expected) {
    if (type == String.class) {
      return "put quotes around it: \"" + node.text() + "\".";
    }
    if (type.isEnum()) {
      List<String> choices = Expected.choices(type);
      Optional<String> near = DidYouMean.nearest(node.text(), choices);
      return near.map(n -> "did you mean " + n + "?").orElse("choose " + expected + ".");
    }
    String key = path.substring(path.lastIndexOf('.') + 1);
    return "set " + key + " to " + expected + ".";
  }
}
