package org.strop.bridge.ros;

import java.time.Duration;
import java.util.function.Function;
import org.strop.bridge.ros.msg.RosMessage;

/**
 * A node of a ROS graph: topics, services, parameters and the clock. Thread-safe.
 *
 * <p>Names are global ({@code /tool/pose}); the adapters do not remap.
 */
public interface RosNode extends AutoCloseable {
  /** Returns the node's global name. */
  String name();

  /**
   * Advertises a topic.
   *
   * @throws org.strop.configs.StropException if the master does not answer
   */
  <M extends RosMessage> RosPublisher<M> advertise(
      String topic, Class<M> type, PublisherOptions options);

  /**
   * Subscribes to a topic. The handler runs on one thread per subscription, in the order of
   * arrival; an exception in it is logged, counted, and does not end the subscription.
   *
   * @throws org.strop.configs.StropException if the master does not answer
   */
  <M extends RosMessage> RosSubscription subscribe(
      String topic, Class<M> type, SubscriberOptions options, RosHandler<M> handler);

  /**
   * Offers a service of type std_srvs/Trigger: the handler does the work and returns the answer.
   */
  AutoCloseable offerTrigger(String service, Function<String, TriggerResult> handler);

  /**
   * Calls a std_srvs/Trigger service.
   *
   * @throws org.strop.configs.StropException if nobody offers it, or no answer comes in time
   */
  TriggerResult callTrigger(String service, Duration timeout);

  /** Waits until somebody offers a service; returns whether somebody does. */
  boolean awaitService(String service, Duration timeout);

  /** Returns the parameter server. */
  RosParameters parameters();

  /**
   * Returns the time in ns: that of {@code /clock} where the parameter {@code /use_sim_time} was
   * true when the node started, else wall time. 0 until the first clock message.
   */
  long nowNanos();

  /** Unregisters everything and closes all sockets. Idempotent. */
  @Override
  void close();
}
