package org.strop.bridge.ros;

import java.time.Duration;

/** Receives a topic until it is closed. */
public interface RosSubscription extends AutoCloseable {
  /** Returns the topic. */
  String topic();

  /** Returns the number of connected publishers. */
  int publisherCount();

  /** Returns how many messages arrived. */
  long receivedMessages();

  /** Waits until at least n publishers are connected; returns whether they are. */
  boolean awaitPublishers(int n, Duration timeout);

  @Override
  void close();
}
