package org.strop.bridge.ros.ros1.master;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parameters with subscribers. Thread-safe. */
final class ParameterServer {
  private final Notifier notifier;
  private final ParameterTree tree = new ParameterTree();
  private final Map<String, Set<String>> subscribers = new LinkedHashMap<>();

  ParameterServer(Notifier notifier) {
    this.notifier = notifier;
  }

  synchronized void set(String key, Object value) {
    tree.set(key, value);
    notifyOf(key, value);
  }

  synchronized Optional<Object> get(String key) {
    return tree.get(key);
  }

  synchronized boolean delete(String key) {
    boolean deleted = tree.delete(key);
    if (deleted) {
      notifyOf(key, Map.of());
    }
    return deleted;
  }

  synchronized Optional<String> search(String caller, String key) {
    return tree.search(caller, key);
  }

  synchronized List<String> names() {
    return tree.names();
  }

  synchronized Object subscribe(String key, String slave) {
    subscribers.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(slave);
    return tree.get(key).orElse(Map.of());
  }

  synchronized boolean unsubscribe(String key, String slave) {
    Set<String> slaves = subscribers.get(key);
    return slaves != null && slaves.remove(slave);
  }

  /** Tells the subscribers of the key, of names above it, and of names below it. */
  private void notifyOf(String key, Object value) {
    subscribers.forEach(
        (watched, slaves) -> {
          if (within(key, watched)) {
            post(slaves, key, value);
          } else if (within(watched, key)) {
            post(slaves, watched, tree.get(watched).orElse(Map.of()));
          }
        });
  }

  /** Whether a name is another, or below it. */
  private static boolean within(String name, String other) {
    return other.equals("/") || name.equals(other) || name.startsWith(other + "/");
  }

  /** rosmaster ends the key of an update with a slash. */
  private void post(Set<String> slaves, String key, Object value) {
    String told = key.endsWith("/") ? key : key + "/";
    for (String slave : slaves) {
      notifier.post(slave, "paramUpdate", List.of("/master", told, value));
    }
  }
}
