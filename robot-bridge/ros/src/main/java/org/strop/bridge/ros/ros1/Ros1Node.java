package org.strop.bridge.ros.ros1;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosHandler;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.ros.msg.Clock;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.ros1.codec.MessageType;
import org.strop.bridge.ros.ros1.codec.MessageTypes;
import org.strop.bridge.ros.ros1.master.MasterClient;
import org.strop.bridge.ros.ros1.master.Names;
import org.strop.bridge.ros.ros1.net.NodeAddress;
import org.strop.bridge.ros.ros1.net.Threads;
import org.strop.bridge.ros.ros1.tcpros.Publication;
import org.strop.bridge.ros.ros1.tcpros.Subscription;
import org.strop.bridge.ros.ros1.tcpros.TcprosServer;
import org.strop.bridge.ros.ros1.tcpros.TriggerClient;
import org.strop.bridge.ros.ros1.tcpros.TriggerServer;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcLimits;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcServer;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * A node of a ROS 1 graph. Thread-safe.
 *
 * <p>Each topic can be advertised once; subscriptions to one topic may be many. When another node
 * takes this node's name, the master tells this one to shut down, and it closes.
 */
public final class Ros1Node implements RosNode {
  private static final Logger LOG = LoggerFactory.getLogger(Ros1Node.class);
  private static final Duration SERVICE_POLL = Duration.ofMillis(50);

  private final String name;
  private final NodeState state = new NodeState();
  private final MasterClient master;
  private final NodeClock clock;
  private final TcprosServer tcpros;
  private final XmlRpcServer slave;
  private final URI slaveUri;
  private final URI serviceUri;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch closing = new CountDownLatch(1);

  private Ros1Node(URI masterUri, String name, NodeAddress address, LongSupplier wallNanos)
      throws IOException {
    this.name = name;
    this.master = new MasterClient(masterUri, name);
    this.clock = new NodeClock(wallNanos);
    this.tcpros =
        TcprosServer.start(
            name,
            address.bind(),
            topic -> Optional.ofNullable(state.publications.get(topic)),
            service -> Optional.ofNullable(state.services.get(service)));
    SlaveApi api =
        new SlaveApi(state, masterUri, address.host(), tcpros.port(), this::shutDownBecause);
    this.slave = XmlRpcServer.start("slave" + name, address.bind(), 0, XmlRpcLimits.usual(), api);
    this.slaveUri = address.uri("http", slave.port());
    String service = address.uri("rosrpc", tcpros.port()).toString();
    this.serviceUri = URI.create(service.substring(0, service.length() - 1));
  }

  /**
   * Joins a graph, listening where {@code ROS_HOSTNAME} or {@code ROS_IP} say; without them on
   * loopback.
   *
   * @param master the master's address, {@code http://host:11311/}
   * @param name a global name; a node that has it already is told to shut down
   * @throws StropException with {@link ErrorCode#UNREACHABLE} if no master answers, with {@link
   *     ErrorCode#CONFIG} if the master could not reach this node
   */
  public static Ros1Node connect(URI master, String name) {
    return connect(master, name, NodeAddress.fromEnvironment(System.getenv()), Ros1Node::wallNanos);
  }

  /**
   * Joins a graph from an address of one's own choice.
   *
   * @param wallNanos wall time, ns since 1970, used where there is no {@code /clock}
   * @throws StropException as {@link #connect(URI, String)}
   */
  public static Ros1Node connect(
      URI master, String name, NodeAddress address, LongSupplier wallNanos) {
    address.checkReachableFrom(master);
    Ros1Node node;
    try {
      node = new Ros1Node(master, Names.requireGlobal(name), address, wallNanos);
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO,
          "node " + name + " can't listen: " + e.getMessage(),
          "address " + address.host(),
          "check ROS_IP and ROS_HOSTNAME, or unset both",
          e);
    }
    try {
      node.followClock();
      return node;
    } catch (StropException e) {
      node.close();
      throw e;
    }
  }

  private static long wallNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  private void followClock() {
    if (master.get("/use_sim_time").filter(Boolean.TRUE::equals).isPresent()) {
      clock.simulate();
      subscribe(
          "/clock",
          Clock.class,
          new SubscriberOptions(1, true),
          (message, receiveNanos) -> clock.set(message.clockNanos()));
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns the address of this node's slave interface. */
  public URI uri() {
    return slaveUri;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if this node advertises the topic already
   */
  @Override
  public <M extends RosMessage> RosPublisher<M> advertise(
      String topic, Class<M> type, PublisherOptions options) {
    requireOpen();
    Names.requireGlobal(topic);
    MessageType<M> messageType = MessageTypes.of(type);
    Publication<M> publication =
        new Publication<>(name, topic, messageType, options, () -> unadvertise(topic));
    if (state.publications.putIfAbsent(topic, publication) != null) {
      throw new IllegalArgumentException(name + " advertises " + topic + " already; share it");
    }
    try {
      master.registerPublisher(topic, messageType.rosType(), slaveUri);
      return publication;
    } catch (StropException e) {
      state.publications.remove(topic);
      throw e;
    }
  }

  private void unadvertise(String topic) {
    state.publications.remove(topic);
    quietly(() -> master.unregisterPublisher(topic, slaveUri));
  }

  @Override
  public <M extends RosMessage> RosSubscription subscribe(
      String topic, Class<M> type, SubscriberOptions options, RosHandler<M> handler) {
    requireOpen();
    Names.requireGlobal(topic);
    MessageType<M> messageType = MessageTypes.of(type);
    Subscription<M> subscription =
        new Subscription<>(name, topic, messageType, options, handler, clock, this::unsubscribe);
    try {
      state.subscriptions.add(
          subscription, t -> master.registerSubscriber(t, messageType.rosType(), slaveUri));
      return subscription;
    } catch (StropException e) {
      subscription.close();
      throw e;
    }
  }

  private void unsubscribe(Subscription<?> subscription) {
    if (state.subscriptions.remove(subscription)) {
      quietly(() -> master.unregisterSubscriber(subscription.topic(), slaveUri));
    }
  }

  @Override
  public AutoCloseable offerTrigger(String service, Function<String, TriggerResult> handler) {
    requireOpen();
    Names.requireGlobal(service);
    TriggerServer server = new TriggerServer(name, service, handler);
    if (state.services.putIfAbsent(service, server) != null) {
      throw new IllegalArgumentException(name + " offers " + service + " already");
    }
    try {
      master.registerService(service, serviceUri, slaveUri);
    } catch (StropException e) {
      state.services.remove(service);
      throw e;
    }
    return () -> withdraw(service, server);
  }

  private void withdraw(String service, TriggerServer server) {
    if (state.services.remove(service, server)) {
      quietly(() -> master.unregisterService(service, serviceUri));
    }
  }

  @Override
  public TriggerResult callTrigger(String service, Duration timeout) {
    try (TriggerClient client = openTrigger(service, timeout)) {
      return client.call(timeout);
    } catch (IOException e) {
      throw unreachable(service, e);
    }
  }

  /**
   * Opens a connection to a std_srvs/Trigger service over which it can be called again and again.
   *
   * @throws StropException if nobody offers it, or its node does not answer
   */
  public TriggerClient openTrigger(String service, Duration timeout) {
    URI server =
        master
            .lookupService(Names.requireGlobal(service))
            .orElseThrow(
                () ->
                    new StropException(
                        ErrorCode.UNREACHABLE,
                        "no node offers the service " + service,
                        "ROS_MASTER_URI " + master.uri(),
                        "start the node that offers it, and see: rosservice list"));
    try {
      return TriggerClient.open(name, service, server, timeout);
    } catch (IOException e) {
      throw unreachable(service, e);
    }
  }

  private static StropException unreachable(String service, IOException e) {
    return new StropException(
        ErrorCode.UNREACHABLE,
        "the service " + service + " did not answer: " + e.getMessage(),
        "service " + service,
        "check the log of the node that offers it; if it is gone, run: rosnode cleanup",
        e);
  }

  @Override
  public boolean awaitService(String service, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (master.lookupService(service).isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || !pause(Math.min(left, SERVICE_POLL.toNanos()))) {
        return false;
      }
    }
    return true;
  }

  /** Waits; returns false if the node closes or the thread is interrupted meanwhile. */
  private boolean pause(long nanos) {
    try {
      return !closing.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public MasterClient parameters() {
    return master;
  }

  /**
   * Calls a watcher whenever a parameter or one below it is set or deleted (an empty map then).
   *
   * @return the value now, an empty map if it is not set
   */
  public Object watchParameter(String key, BiConsumer<String, Object> watcher) {
    requireOpen();
    state
        .parameterWatchers
        .computeIfAbsent(Names.requireGlobal(key), unused -> new CopyOnWriteArrayList<>())
        .add(watcher);
    return master.subscribeParam(key, slaveUri);
  }

  @Override
  public long nowNanos() {
    return clock.getAsLong();
  }

  /** Returns whether the node was closed, by its owner or by the master. */
  public boolean isClosed() {
    return closed.get();
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("node " + name + " is closed");
    }
  }

  private void shutDownBecause(String reason) {
    Threads.daemon("shutdown" + name, this::close); // the answer to the caller still has to go out
  }

  /** Runs a farewell to a master that may be gone. */
  private void quietly(Runnable farewell) {
    try {
      farewell.run();
    } catch (StropException e) {
      LOG.debug("{}: {}", name, e.getMessage());
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    closing.countDown();
    List.copyOf(state.publications.values()).forEach(Publication::close);
    state.subscriptions.all().forEach(Subscription::close);
    state.services.forEach(this::withdraw);
    state
        .parameterWatchers
        .keySet()
        .forEach(key -> quietly(() -> master.unsubscribeParam(key, slaveUri)));
    slave.close();
    tcpros.close();
  }
}
