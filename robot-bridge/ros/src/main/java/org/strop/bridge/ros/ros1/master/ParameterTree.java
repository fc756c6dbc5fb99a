package org.strop.bridge.ros.ros1.master;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters, a tree of maps. Not thread-safe; values given out and in are copied. */
final class ParameterTree {
  private Map<String, Object> root = new LinkedHashMap<>();

  /**
   * Sets a value; a value on the way that is not a map is replaced by one.
   *
   * @param key a canonical global name
   * @throws IllegalArgumentException if the root is set to something else than a map
   */
  void set(String key, Object value) {
    List<String> path = path(key);
    if (path.isEmpty()) {
      if (!(value instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException("cannot set root of parameter tree to non-dictionary");
      }
      root = copy(map);
      return;
    }
    Map<String, Object> node = root;
    for (String part : path.subList(0, path.size() - 1)) {
      Object child = node.get(part);
      if (!(child instanceof Map<?, ?>)) {
        child = new LinkedHashMap<String, Object>();
        node.put(part, child);
      }
      node = asTree(child);
    }
    node.put(path.get(path.size() - 1), copied(value));
  }

  Optional<Object> get(String key) {
    Object node = root;
    for (String part : path(key)) {
      Object child = node instanceof Map<?, ?> map ? map.get(part) : null;
      if (child == null) {
        return Optional.empty();
      }
      node = child;
    }
    return Optional.of(copied(node));
  }

  /** Removes a value; returns whether there was one. */
  boolean delete(String key) {
    List<String> path = path(key);
    if (path.isEmpty()) {
      return false;
    }
    Object node = root;
    for (String part : path.subList(0, path.size() - 1)) {
      node = node instanceof Map<?, ?> map ? map.get(part) : null;
      if (node == null) {
        return false;
      }
    }
    return node instanceof Map<?, ?> map && map.remove(path.get(path.size() - 1)) != null;
  }

  /**
   * Returns the full name that a key means for a node: its first part is looked for in the node's
   * name, then in each namespace around it.
   */
  Optional<String> search(String caller, String key) {
    if (key.startsWith("/")) {
      return get(key).map(found -> Names.canonical(key));
    }
    String first = key.split("/", 2)[0];
    String namespace = Names.canonical(caller);
    while (true) {
      if (get(Names.canonical(namespace + "/" + first)).isPresent()) {
        return Optional.of(Names.canonical(namespace + "/" + key));
      }
      if (namespace.equals("/")) {
        return Optional.empty();
      }
      namespace = namespace.substring(0, Math.max(1, namespace.lastIndexOf('/')));
    }
  }

  /** Returns the names of all leaves. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    collect("", root, names);
    return names;
  }

  private static void collect(String prefix, Map<?, ?> node, List<String> names) {
    node.forEach(
        (name, value) -> {
          String full = prefix + "/" + name;
          if (value instanceof Map<?, ?> map) {
            collect(full, map, names);
          } else {
            names.add(full);
          }
        });
  }

  private static List<String> path(String key) {
    List<String> parts = new ArrayList<>();
    for (String part : key.split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  @SuppressWarnings("unchecked") // every map in the tree was made by copy()
  private static Map<String, Object> asTree(Object map) {
    return (Map<String, Object>) map;
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), copied(value)));
    return copy;
  }

  private static Object copied(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copy(map);
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copied(element)));
      return copy;
    }
    return value;
  }
}
