package org.strop.bridge.ros.ros1.master;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Nodes, topics and services of the embedded master. Thread-safe: each method is one step, and
 * notifications leave in the order of the steps.
 */
final class Graph {
  private static final String ANY_TYPE = "*";

  private final Notifier notifier;
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private final Map<String, String> types = new TreeMap<>();
  private final Registry publishers = new Registry();
  private final Registry subscribers = new Registry();
  private final Registry services = new Registry();

  Graph(Notifier notifier) {
    this.notifier = notifier;
  }

  synchronized List<String> registerPublisher(
      String node, String topic, String type, String slave) {
    admit(node, slave);
    publishers.add(topic, node, slave);
    if (!type.equals(ANY_TYPE) || !types.containsKey(topic)) {
      types.put(topic, type);
    }
    tellSubscribers(topic);
    return subscribers.addresses(topic);
  }

  synchronized boolean unregisterPublisher(String node, String topic, String slave) {
    boolean removed = publishers.remove(topic, node, slave);
    if (removed) {
      tellSubscribers(topic);
      forget(node);
    }
    return removed;
  }

  synchronized List<String> registerSubscriber(
      String node, String topic, String type, String slave) {
    admit(node, slave);
    subscribers.add(topic, node, slave);
    if (!type.equals(ANY_TYPE)) {
      types.putIfAbsent(topic, type);
    }
    return publishers.addresses(topic);
  }

  synchronized boolean unregisterSubscriber(String node, String topic, String slave) {
    boolean removed = subscribers.remove(topic, node, slave);
    forget(node);
    return removed;
  }

  synchronized void registerService(String node, String service, String server, String slave) {
    admit(node, slave);
    services.removeAll(service); // the newest provider wins, as in rosmaster
    services.add(service, node, server);
  }

  synchronized boolean unregisterService(String node, String service, String server) {
    boolean removed = services.remove(service, node, server);
    forget(node);
    return removed;
  }

  synchronized Optional<String> lookupNode(String node) {
    return Optional.ofNullable(nodes.get(node));
  }

  synchronized Optional<String> lookupService(String service) {
    return services.addresses(service).stream().findFirst();
  }

  synchronized List<Object> systemState() {
    return List.of(publishers.state(), subscribers.state(), services.state());
  }

  synchronized List<Object> topicTypes() {
    List<Object> rows = new ArrayList<>();
    types.forEach((topic, type) -> rows.add(List.of(topic, type)));
    return rows;
  }

  /** Returns {@code [topic, type]} of the topics with publishers below a namespace. */
  synchronized List<Object> publishedTopics(String namespace) {
    String prefix = namespace.isEmpty() || namespace.endsWith("/") ? namespace : namespace + "/";
    List<Object> rows = new ArrayList<>();
    types.forEach(
        (topic, type) -> {
          if (topic.startsWith(prefix) && publishers.has(topic)) {
            rows.add(List.of(topic, type));
          }
        });
    return rows;
  }

  /** A node that comes with a new address has been restarted: the old one is gone or has to go. */
  private void admit(String node, String slave) {
    String before = nodes.put(node, slave);
    if (before == null || before.equals(slave)) {
      return;
    }
    List<String> topics = publishers.removeNode(node);
    subscribers.removeNode(node);
    services.removeNode(node);
    topics.forEach(this::tellSubscribers);
    notifier.post(
        before,
        "shutdown",
        List.of("/master", "[" + node + "] Reason: new node registered with same name"));
  }

  private void forget(String node) {
    if (!publishers.hasNode(node) && !subscribers.hasNode(node) && !services.hasNode(node)) {
      nodes.remove(node);
    }
  }

  private void tellSubscribers(String topic) {
    List<String> now = publishers.addresses(topic);
    for (String slave : subscribers.addresses(topic)) {
      notifier.post(slave, "publisherUpdate", List.of("/master", topic, now));
    }
  }
}
