package org.strop.bridge.control.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosHandler;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosParameters;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * A ROS graph in memory. A message is handled in the publisher's thread before publish returns, one
 * at a time for each subscription; latched topics, services, parameters and the death of a node
 * behave as over sockets. Its clock stands where it is set.
 */
public final class FakeRosGraph {
  private final List<Publisher<?>> publishers = new CopyOnWriteArrayList<>();
  private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();
  private final Map<String, Function<String, TriggerResult>> services = new ConcurrentHashMap<>();
  private final Map<String, Object> values = new ConcurrentHashMap<>();
  private final AtomicLong nowNanos = new AtomicLong();

  /** Sets the clock of all nodes, ns. */
  public void setNow(long nanos) {
    nowNanos.set(nanos);
  }

  /** Adds a node. */
  public RosNode node(String name) {
    return new Node(name);
  }

  private synchronized void wake() {
    notifyAll();
  }

  private synchronized boolean await(BooleanSupplier condition, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      long leftMs = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        return false;
      }
      try {
        wait(leftMs);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private int publishersOf(String topic) {
    return (int) publishers.stream().filter(p -> p.topic.equals(topic)).count();
  }

  private int subscribersOf(String topic) {
    return (int) subscriptions.stream().filter(s -> s.topic.equals(topic)).count();
  }

  private final class Node implements RosNode, RosParameters {
    private final String name;
    private final List<AutoCloseable> mine = new ArrayList<>();

    Node(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public synchronized <M extends RosMessage> RosPublisher<M> advertise(
        String topic, Class<M> type, PublisherOptions options) {
      Publisher<M> publisher = new Publisher<>(topic, options.latched());
      publishers.add(publisher);
      mine.add(publisher);
      wake();
      return publisher;
    }

    @Override
    public synchronized <M extends RosMessage> RosSubscription subscribe(
        String topic, Class<M> type, SubscriberOptions options, RosHandler<M> handler) {
      Subscription<M> subscription = new Subscription<>(topic, type, handler);
      subscriptions.add(subscription);
      mine.add(subscription);
      for (Publisher<?> publisher : publishers) {
        Object last = publisher.last;
        if (publisher.topic.equals(topic) && last != null) {
          subscription.deliver(last);
        }
      }
      wake();
      return subscription;
    }

    @Override
    public synchronized AutoCloseable offerTrigger(
        String service, Function<String, TriggerResult> handler) {
      services.put(service, handler);
      AutoCloseable offer = () -> services.remove(service, handler);
      mine.add(offer);
      wake();
      return offer;
    }

    @Override
    public TriggerResult callTrigger(String service, Duration timeout) {
      Function<String, TriggerResult> handler = services.get(service);
      if (handler == null) {
        throw new StropException(
            ErrorCode.UNREACHABLE, "nobody offers " + service + ".", service, "Start its node.");
      }
      return handler.apply(service);
    }

    @Override
    public boolean awaitService(String service, Duration timeout) {
      return await(() -> services.containsKey(service), timeout);
    }

    @Override
    public RosParameters parameters() {
      return this;
    }

    @Override
    public Optional<Object> get(String key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public void set(String key, Object value) {
      values.put(key, value);
    }

    @Override
    public void delete(String key) {
      values.remove(key);
    }

    @Override
    public long nowNanos() {
      return nowNanos.get();
    }

    @Override
    public void close() {
      List<AutoCloseable> all;
      synchronized (this) {
        all = List.copyOf(mine);
        mine.clear();
      }
      for (AutoCloseable closeable : all) {
        try {
          closeable.close();
        } catch (Exception e) { // AutoCloseable's signature; ours throw nothing
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private final class Publisher<M> implements RosPublisher<M> {
    private final String topic;
    private final boolean latched;
    private volatile @Nullable M last;
    private volatile boolean closed;

    Publisher(String topic, boolean latched) {
      this.topic = topic;
      this.latched = latched;
    }

    @Override
    public String topic() {
      return topic;
    }

    @Override
    public void publish(M message) {
      if (closed) {
        return;
      }
      if (latched) {
        last = message;
      }
      for (Subscription<?> subscription : subscriptions) {
        if (subscription.topic.equals(topic)) {
          subscription.deliver(message);
        }
      }
    }

    @Override
    public int subscriberCount() {
      return subscribersOf(topic);
    }

    @Override
    public long droppedMessages() {
      return 0;
    }

    @Override
    public boolean awaitSubscribers(int n, Duration timeout) {
      return await(() -> subscriberCount() >= n, timeout);
    }

    @Override
    public void close() {
      closed = true;
      publishers.remove(this);
      wake();
    }
  }

  private final class Subscription<M> implements RosSubscription {
    private final String topic;
    private final Class<M> type;
    private final RosHandler<M> handler;
    private long received;

    Subscription(String topic, Class<M> type, RosHandler<M> handler) {
      this.topic = topic;
      this.type = type;
      this.handler = handler;
    }

    synchronized void deliver(Object message) {
      received++;
      handler.onMessage(type.cast(message), nowNanos.get());
    }

    @Override
    public String topic() {
      return topic;
    }

    @Override
    public int publisherCount() {
      return publishersOf(topic);
    }

    @Override
    public synchronized long receivedMessages() {
      return received;
    }

    @Override
    public boolean awaitPublishers(int n, Duration timeout) {
      return await(() -> publisherCount() >= n, timeout);
    }

    @Override
    public void close() {
      subscriptions.remove(this);
      wake();
    }
  }

  /** Returns the parameters as they stand. */
  public Map<String, Object> parameters() {
    return new HashMap<>(values);
  }
}
