package org.strop.bridge.ros;

/**
 * How a topic is sent.
 *
 * @param latched a new subscriber gets the last message at once
 * @param queueSize messages kept for each subscriber, at least 1
 * @param overflow what happens when a subscriber's queue is full
 */
public record PublisherOptions(boolean latched, int queueSize, Overflow overflow) {
  /** What happens when a subscriber's queue is full. */
  public enum Overflow {
    /** The oldest message goes, as in ROS. */
    DROP_OLDEST,
    /** The publisher waits: for simulators and replay, where no message may be lost. */
    BLOCK
  }

  /** Checks the queue size. */
  public PublisherOptions {
    if (queueSize < 1) {
      throw new IllegalArgumentException("queueSize is " + queueSize + ", but must be at least 1");
    }
  }

  /** Returns the usual options: not latched, 100 messages, oldest dropped. */
  public static PublisherOptions usual() {
    return new PublisherOptions(false, 100, Overflow.DROP_OLDEST);
  }
}
