package org.strop.bridge.ros;

/**
 * How a topic is received.
 *
 * @param queueSize messages kept while the handler is busy, at least 1; when it is full the
 *     connection is not read, so that TCP slows the publisher down
 * @param tcpNoDelay ask the publisher to send small messages at once
 */
public record SubscriberOptions(int queueSize, boolean tcpNoDelay) {
  /** Checks the queue size. */
  public SubscriberOptions {
    if (queueSize < 1) {
      throw new IllegalArgumentException("queueSize is " + queueSize + ", but must be at least 1");
    }
  }

  /** Returns the usual options: 1000 messages, no delay. */
  public static SubscriberOptions usual() {
    return new SubscriberOptions(1000, true);
  }
}
