package org.strop.configs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration as it was written, with the place of each value. Immutable. */
sealed interface ConfigNode {
  /** Returns where it was written. */
  Origin origin();

  /**
   * A single value.
   *
   * @param text as written, without quotes
   * @param plain whether it was written without quotes
   */
  record Scalar(String text, boolean plain, Origin origin) implements ConfigNode {
    /** Returns whether nothing, or the word null, was written. */
    boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }
  }

  /** A list. */
  record Sequence(List<ConfigNode> items, Origin origin) implements ConfigNode {
    public Sequence {
      items = List.copyOf(items);
    }

    Sequence with(int index, ConfigNode item) {
      List<ConfigNode> all = new ArrayList<>(items);
      all.set(index, item);
      return new Sequence(all, origin);
    }
  }

  /** Keys with values, in the order written. */
  record Mapping(Map<String, Entry> entries, Origin origin) implements ConfigNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    Mapping with(String key, Entry entry) {
      Map<String, Entry> all = new LinkedHashMap<>(entries);
      all.put(key, entry);
      return new Mapping(all, origin);
    }

    Mapping without(String key) {
      Map<String, Entry> all = new LinkedHashMap<>(entries);
      all.remove(key);
      return new Mapping(all, origin);
    }
  }

  /** A value, and where its key was written. */
  record Entry(Origin keyOrigin, ConfigNode value) {}

  /**
   * A place.
   *
   * @param place {@code file:line}, or the override as given: {@code --set a.b=c}
   * @param override whether it is an override
   */
  record Origin(String place, boolean override) {
    static Origin file(String name, int line) {
      return new Origin(name + ":" + line, false);
    }

    /** Returns the place for an error about a key. */
    String where(String path) {
      return override || path.isEmpty() ? place : place + ", key " + path;
    }
  }
}
