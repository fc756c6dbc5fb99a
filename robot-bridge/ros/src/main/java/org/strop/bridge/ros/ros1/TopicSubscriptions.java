package org.strop.bridge.ros.ros1;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.ros1.tcpros.Subscription;

/**
 * A node's subscriptions by topic. The master hears of a topic once, however many subscriptions
 * there are to it. Thread-safe.
 */
final class TopicSubscriptions {
  private static final Logger LOG = LoggerFactory.getLogger(TopicSubscriptions.class);

  private static final class Topic {
    final List<Subscription<?>> subscriptions = new ArrayList<>();
    Set<URI> publishers = Set.of();
    boolean updated;
  }

  private final Map<String, Topic> topics = new HashMap<>();

  /**
   * Adds a subscription and connects it to the topic's publishers.
   *
   * @param register registers the topic's first subscription; returns the publishers
   */
  void add(Subscription<?> subscription, Function<String, List<String>> register) {
    String name = subscription.topic();
    Topic topic;
    boolean first;
    synchronized (topics) {
      topic = topics.computeIfAbsent(name, unused -> new Topic());
      first = topic.subscriptions.isEmpty();
      topic.subscriptions.add(subscription);
    }
    List<String> listed = first ? register.apply(name) : List.of();
    synchronized (topics) {
      // An update that came while the call ran is newer than the call's answer.
      if (first && !topic.updated) {
        topic.publishers = uris(listed);
      }
      topic.subscriptions.forEach(each -> each.updatePublishers(topic.publishers));
    }
  }

  /** Forgets a subscription; returns whether it was the topic's last. */
  boolean remove(Subscription<?> subscription) {
    synchronized (topics) {
      Topic topic = topics.get(subscription.topic());
      if (topic == null || !topic.subscriptions.remove(subscription)) {
        return false;
      }
      boolean last = topic.subscriptions.isEmpty();
      if (last) {
        topics.remove(subscription.topic());
      }
      return last;
    }
  }

  /** Takes the master's newest list of a topic's publishers. */
  void update(String name, Collection<String> publishers) {
    synchronized (topics) {
      Topic topic = topics.get(name);
      if (topic != null) {
        topic.updated = true;
        topic.publishers = uris(publishers);
        topic.subscriptions.forEach(each -> each.updatePublishers(topic.publishers));
      }
    }
  }

  List<Subscription<?>> all() {
    synchronized (topics) {
      List<Subscription<?>> all = new ArrayList<>();
      topics.values().forEach(topic -> all.addAll(topic.subscriptions));
      return all;
    }
  }

  private static Set<URI> uris(Collection<String> listed) {
    Set<URI> uris = new LinkedHashSet<>();
    for (String text : listed) {
      try {
        uris.add(URI.create(text));
      } catch (IllegalArgumentException e) {
        LOG.warn("the master lists a publisher at '{}', which is no address", text);
      }
    }
    return uris;
  }
}
