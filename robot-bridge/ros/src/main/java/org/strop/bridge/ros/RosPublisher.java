package org.strop.bridge.ros;

import java.time.Duration;

/** Sends messages on a topic. Thread-safe. */
public interface RosPublisher<M> extends AutoCloseable {
  /** Returns the topic. */
  String topic();

  /**
   * Queues a message for every subscriber. With {@link PublisherOptions.Overflow#DROP_OLDEST} it
   * never blocks; with BLOCK it waits for the slowest subscriber, so nothing is lost.
   */
  void publish(M message);

  /** Returns the number of connected subscribers. */
  int subscriberCount();

  /** Returns how many messages were dropped because a subscriber was too slow. */
  long droppedMessages();

  /** Waits until at least n subscribers are connected; returns whether they are. */
  boolean awaitSubscribers(int n, Duration timeout);

  @Override
  void close();
}
