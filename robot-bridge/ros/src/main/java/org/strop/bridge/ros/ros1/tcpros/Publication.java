package org.strop.bridge.ros.ros1.tcpros;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.PublisherOptions.Overflow;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.ros1.codec.MessageType;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * The publishing end of a topic.
 *
 * <p>Messages of all callers go out in one order, the same for every subscriber. A latched topic
 * sends its last message to a new subscriber before any later one, and once. Publishing after
 * {@link #close()} does nothing.
 */
public final class Publication<M extends RosMessage> implements RosPublisher<M> {
  /** How long close() lets the subscribers take their last messages. */
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final String node;
  private final String topic;
  private final MessageType<M> type;
  private final PublisherOptions options;
  private final Runnable unregister;
  private final Object publishLock = new Object();
  private final Object linksLock = new Object();
  private final List<SubscriberLink> links = new CopyOnWriteArrayList<>();
  private final Gauge subscribers = new Gauge();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();
  private byte @Nullable [] latched;

  /**
   * Creates the publishing end; the node registers it.
   *
   * @param unregister run once, when it closes
   */
  public Publication(
      String node,
      String topic,
      MessageType<M> type,
      PublisherOptions options,
      Runnable unregister) {
    this.node = node;
    this.topic = topic;
    this.type = type;
    this.options = options;
    this.unregister = unregister;
  }

  @Override
  public String topic() {
    return topic;
  }

  /** Returns the message type. */
  public MessageType<M> type() {
    return type;
  }

  @Override
  public void publish(M message) {
    byte[] frame = type.encodeFrame(message);
    synchronized (publishLock) {
      List<SubscriberLink> receivers;
      synchronized (linksLock) {
        if (closed.get()) {
          return;
        }
        latched = options.latched() ? frame : null;
        receivers = List.copyOf(links);
      }
      for (SubscriberLink receiver : receivers) {
        send(receiver, frame);
      }
    }
  }

  private void send(SubscriberLink receiver, byte[] frame) {
    if (options.overflow() == Overflow.DROP_OLDEST) {
      if (receiver.queue().addDroppingOldest(frame)) {
        dropped.incrementAndGet();
      }
      return;
    }
    try {
      receiver.queue().addWaiting(frame);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StropException(
          ErrorCode.IO,
          "interrupted while waiting for the slow subscriber " + receiver.subscriber(),
          "topic " + topic,
          "publish from a thread that is not interrupted, or with DROP_OLDEST",
          e);
    }
  }

  /** Answers a subscriber's header and sends to it until the connection ends. */
  void serve(ConnectionHeader request, Socket socket) throws IOException {
    request.checkMd5(type.md5(), type.rosType(), "topic " + topic);
    socket.setTcpNoDelay(request.isSet("tcp_nodelay"));
    ConnectionHeader.of(
            "callerid",
            node,
            "topic",
            topic,
            "type",
            type.rosType(),
            "md5sum",
            type.md5(),
            "latching",
            options.latched() ? "1" : "0",
            "message_definition",
            type.fullDefinition())
        .write(socket.getOutputStream());
    String subscriber = request.get("callerid").orElse("unknown");
    SubscriberLink link = new SubscriberLink(topic, subscriber, socket, options.queueSize());
    if (add(link)) {
      try {
        link.run();
      } finally {
        links.remove(link);
        subscribers.add(-1);
      }
    }
  }

  private boolean add(SubscriberLink link) {
    synchronized (linksLock) {
      if (closed.get()) {
        return false;
      }
      if (latched != null) {
        link.queue().addDroppingOldest(latched);
      }
      links.add(link);
    }
    subscribers.add(1);
    return true;
  }

  @Override
  public int subscriberCount() {
    return subscribers.get();
  }

  @Override
  public long droppedMessages() {
    return dropped.get();
  }

  @Override
  public boolean awaitSubscribers(int n, Duration timeout) {
    return subscribers.await(n, timeout);
  }

  /** Returns one row for each connection, as getBusInfo tells them. */
  public List<BusConnection> connections() {
    List<BusConnection> rows = new ArrayList<>();
    for (SubscriberLink link : links) {
      rows.add(
          new BusConnection(
              link.subscriber(), "o", topic, true, link.sentBytes(), link.sentMessages()));
    }
    return rows;
  }

  /** Sends what is queued, closes the connections, then unregisters. Idempotent. */
  @Override
  public void close() {
    synchronized (linksLock) {
      if (!closed.compareAndSet(false, true)) {
        return;
      }
    }
    long deadline = System.nanoTime() + LINGER.toNanos();
    for (SubscriberLink link : links) {
      link.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    unregister.run();
  }
}
