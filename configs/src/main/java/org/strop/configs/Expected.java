package org.strop.configs;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what a key wants. */
final class Expected {
  private Expected() {}

  /** Returns for example "a number above 0 and at most 1000". */
  static String describe(Type type, @Nullable Bounds bounds) {
    if (type instanceof ParameterizedType p) {
      return container(p, bounds);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
      return "an integer" + range(bounds, raw);
    }
    if (raw == double.class || raw == Double.class) {
      return "a number" + range(bounds, raw);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return "true or false";
    }
    if (raw.isEnum()) {
      return "one of " + String.join(", ", choices(raw));
    }
    if (raw.isSealed()) {
      return "keys with a kind: " + String.join(", ", VariantBinder.kinds(raw).keySet());
    }
    return raw.isRecord() ? "keys with values" : raw == String.class ? "text" : "a path";
  }

  private static String container(ParameterizedType type, @Nullable Bounds bounds) {
    Type[] inner = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return "a list, each item " + describe(inner[0], bounds);
    }
    return type.getRawType() == java.util.Map.class
        ? "names with values, each " + describe(inner[1], bounds)
        : describe(inner[0], bounds);
  }

  /** Returns the keys of an enum's constants. */
  static List<String> choices(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(c -> ((Enum<?>) c).name().toLowerCase(java.util.Locale.ROOT))
        .toList();
  }

  private static String range(@Nullable Bounds bounds, Class<?> type) {
    boolean isInt = type == int.class || type == Integer.class;
    double min = bounds == null ? Double.NEGATIVE_INFINITY : bounds.min();
    double max = bounds == null ? Double.POSITIVE_INFINITY : bounds.max();
    if (isInt && min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY) {
      return "";
    }
    String low = "";
    if (min != Double.NEGATIVE_INFINITY) {
      boolean open = bounds != null && bounds.exclusiveMin();
      low = (open ? " above " : " of at least ") + number(min);
    }
    String high = max == Double.POSITIVE_INFINITY ? "" : " at most " + number(max);
    return low + (low.isEmpty() || high.isEmpty() ? "" : " and") + high;
  }

  /** Returns a number without a needless fraction. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
