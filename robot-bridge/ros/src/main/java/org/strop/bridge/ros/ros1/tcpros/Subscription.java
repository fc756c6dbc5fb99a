package org.strop.bridge.ros.ros1.tcpros;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.RosHandler;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.ros1.codec.MessageType;
import org.strop.bridge.ros.ros1.net.Threads;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** The receiving end of a topic: a link to each publisher, one queue, one handler thread. */
public final class Subscription<M extends RosMessage> implements RosSubscription {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
  private static final long JOIN_MILLIS = 5000;

  private record Received<M>(M message, long nanos) {}

  private final String node;
  private final String topic;
  private final MessageType<M> type;
  private final SubscriberOptions options;
  private final RosHandler<M> handler;
  private final LongSupplier nowNanos;
  private final Consumer<Subscription<?>> unregister;
  private final BoundedQueue<Received<M>> queue;
  private final Map<URI, PublisherLink> links = new HashMap<>();
  private final Gauge publishers = new Gauge();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong handlerFailures = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread dispatcher;
  private volatile @Nullable StropException problem;

  /**
   * Creates the receiving end and starts its handler thread; the node registers it.
   *
   * @param nowNanos the node's clock, for the time of arrival
   * @param unregister run once, when it closes
   */
  public Subscription(
      String node,
      String topic,
      MessageType<M> type,
      SubscriberOptions options,
      RosHandler<M> handler,
      LongSupplier nowNanos,
      Consumer<Subscription<?>> unregister) {
    this.node = node;
    this.topic = topic;
    this.type = type;
    this.options = options;
    this.handler = handler;
    this.nowNanos = nowNanos;
    this.unregister = unregister;
    this.queue = new BoundedQueue<>(options.queueSize());
    this.dispatcher = Threads.daemon("handle-" + topic, this::dispatch);
  }

  private void dispatch() {
    try {
      Received<M> next = queue.take();
      while (next != null) {
        handle(next);
        next = queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(Received<M> next) {
    try {
      handler.onMessage(next.message(), next.nanos());
    } catch (
        RuntimeException e) { // thread edge: a message that can't be handled is not the last one
      long failures = handlerFailures.incrementAndGet();
      LOG.error("{}: handler failed ({} times now)", topic, failures, e);
    }
  }

  /** Takes the master's newest list of the topic's publishers. */
  public void updatePublishers(Collection<URI> listed) {
    synchronized (links) {
      if (closed.get()) {
        return;
      }
      links.forEach((uri, link) -> link.wanted(listed.contains(uri)));
      for (URI uri : listed) {
        if (!links.containsKey(uri)) {
          PublisherLink link = new PublisherLink(uri, owner);
          links.put(uri, link);
          link.start();
        }
      }
    }
  }

  private final PublisherLink.Owner owner =
      new PublisherLink.Owner() {
        @Override
        public String node() {
          return node;
        }

        @Override
        public String topic() {
          return topic;
        }

        @Override
        public ConnectionHeader header() {
          return ConnectionHeader.of(
              "callerid",
              node,
              "topic",
              topic,
              "type",
              type.rosType(),
              "md5sum",
              type.md5(),
              "tcp_nodelay",
              options.tcpNoDelay() ? "1" : "0",
              "message_definition",
              type.fullDefinition());
        }

        @Override
        public void check(ConnectionHeader accepted) throws TcprosException {
          accepted.checkMd5(type.md5(), type.rosType(), "topic " + topic);
        }

        @Override
        public void connected(PublisherLink link, boolean stands) {
          if (stands) {
            problem = null;
          }
          publishers.add(stands ? 1 : -1);
        }

        @Override
        public void take(ByteBuffer message) throws IOException, InterruptedException {
          long nanos = nowNanos.getAsLong();
          M decoded = type.decode(message);
          received.incrementAndGet();
          queue.addWaiting(new Received<>(decoded, nanos));
        }

        @Override
        public void problem(PublisherLink link, IOException why) {
          failed(link, why);
        }

        @Override
        public boolean retry(PublisherLink link) {
          synchronized (links) {
            if (!link.wanted() || closed.get()) {
              links.remove(link.publisher(), link);
              return false;
            }
            return true;
          }
        }
      };

  private void failed(PublisherLink link, IOException why) {
    if (closed.get() || !link.wanted() || why instanceof EOFException) {
      LOG.debug("{} <- {}: {}", topic, link.publisher(), why.getMessage());
      return;
    }
    StropException told =
        new StropException(
            ErrorCode.UNREACHABLE,
            String.valueOf(why.getMessage()),
            "topic " + topic + ", publisher " + link.publisher(),
            why instanceof TcprosException
                ? "make both ends use the same message definition, or map another topic"
                : "check that the publisher runs; if it is gone, run: rosnode cleanup",
            why);
    StropException before = problem;
    problem = told;
    if (before == null || !told.what().equals(before.what())) {
      LOG.warn("{}", told.getMessage());
    }
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
  public int publisherCount() {
    return publishers.get();
  }

  @Override
  public long receivedMessages() {
    return received.get();
  }

  @Override
  public boolean awaitPublishers(int n, Duration timeout) {
    return publishers.await(n, timeout);
  }

  @Override
  public Optional<StropException> connectionProblem() {
    return Optional.ofNullable(problem);
  }

  /** Returns how often the handler threw. */
  public long handlerFailures() {
    return handlerFailures.get();
  }

  /** Returns one row for each connection, as getBusInfo tells them. */
  public List<BusConnection> connections() {
    List<BusConnection> rows = new ArrayList<>();
    synchronized (links) {
      links.values().forEach(link -> rows.add(link.row()));
    }
    return rows;
  }

  /**
   * Ends the connections and waits for a message in the handler, unless the handler itself closes.
   * No message is handled after it returned. Idempotent.
   */
  @Override
  public void close() {
    synchronized (links) {
      if (!closed.compareAndSet(false, true)) {
        return;
      }
      links.values().forEach(PublisherLink::stop);
    }
    queue.close();
    if (Thread.currentThread() != dispatcher) {
      try {
        dispatcher.join(JOIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    unregister.accept(this);
  }
}
