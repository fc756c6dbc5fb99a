package org.strop.bridge.ros;

import java.time.Duration;
import java.util.Optional;
import org.strop.configs.StropException;

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

  /**
   * Returns why a listed publisher is not connected, if one is not: it can't be reached, or means
   * another message type. Empty once a connection stands.
   */
  default Optional<StropException> connectionProblem() {
    return Optional.empty();
  }

  @Override
  void close();
}
