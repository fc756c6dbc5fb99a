package org.strop.bridge.ros.ros1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.strop.bridge.ros.ros1.tcpros.BusConnection;
import org.strop.bridge.ros.ros1.tcpros.Publication;
import org.strop.bridge.ros.ros1.tcpros.TriggerServer;

/** What a node offers and receives at the moment. Thread-safe. */
final class NodeState {
  final Map<String, Publication<?>> publications = new ConcurrentHashMap<>();
  final TopicSubscriptions subscriptions = new TopicSubscriptions();
  final Map<String, TriggerServer> services = new ConcurrentHashMap<>();
  final Map<String, List<BiConsumer<String, Object>>> parameterWatchers = new ConcurrentHashMap<>();

  List<BusConnection> outgoing() {
    List<BusConnection> rows = new ArrayList<>();
    publications.values().forEach(publication -> rows.addAll(publication.connections()));
    return rows;
  }

  List<BusConnection> incoming() {
    List<BusConnection> rows = new ArrayList<>();
    subscriptions.all().forEach(subscription -> rows.addAll(subscription.connections()));
    return rows;
  }
}
