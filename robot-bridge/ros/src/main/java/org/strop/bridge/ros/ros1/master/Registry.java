package org.strop.bridge.ros.ros1.master;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who publishes, subscribes or offers a name: name to node to address. Not thread-safe. */
final class Registry {
  private final Map<String, Map<String, String>> byName = new TreeMap<>();

  void add(String name, String node, String address) {
    byName.computeIfAbsent(name, unused -> new LinkedHashMap<>()).put(node, address);
  }

  /** Removes one entry, if its address is the given one; returns whether it was there. */
  boolean remove(String name, String node, String address) {
    Map<String, String> nodes = byName.get(name);
    boolean removed = nodes != null && nodes.remove(node, address);
    if (nodes != null && nodes.isEmpty()) {
      byName.remove(name);
    }
    return removed;
  }

  /** Removes all entries of a node; returns the names under which it stood. */
  List<String> removeNode(String node) {
    List<String> names = new ArrayList<>();
    byName.forEach(
        (name, nodes) -> {
          if (nodes.remove(node) != null) {
            names.add(name);
          }
        });
    byName.values().removeIf(Map::isEmpty);
    return names;
  }

  /** Removes all entries of a name. */
  void removeAll(String name) {
    byName.remove(name);
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  boolean hasNode(String node) {
    return byName.values().stream().anyMatch(nodes -> nodes.containsKey(node));
  }

  /** Returns the addresses under a name, oldest first. */
  List<String> addresses(String name) {
    return List.copyOf(byName.getOrDefault(name, Map.of()).values());
  }

  /** Returns rows {@code [name, [nodes]]}, as getSystemState tells them. */
  List<Object> state() {
    List<Object> rows = new ArrayList<>();
    byName.forEach((name, nodes) -> rows.add(List.of(name, List.copyOf(nodes.keySet()))));
    return rows;
  }
}
