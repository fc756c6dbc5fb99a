package org.strop.bridge.ros;

/** Receives the messages of a subscription. */
@FunctionalInterface
public interface RosHandler<M> {
  /**
   * Takes one message.
   *
   * @param receiveNanos the node's time at arrival, ns
   */
  void onMessage(M message, long receiveNanos);
}
