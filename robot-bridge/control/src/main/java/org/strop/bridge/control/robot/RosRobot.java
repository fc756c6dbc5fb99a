package org.strop.bridge.control.robot;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.control.Fault;
import org.strop.bridge.control.Observation;
import org.strop.bridge.control.RobotPort;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.PublisherOptions.Overflow;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.BoolMessage;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.Point;
import org.strop.bridge.ros.msg.Pose;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Quaternion;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;

/**
 * A robot behind ROS topics, as its configuration maps them. Does not own the node.
 *
 * <p>Stamps of a topic that go back by more than a tenth of a second are told as {@link
 * Fault#CLOCK_JUMP}, once for each time; observations start anew after it.
 *
 * <p>{@link #latest} allocates nothing and takes no lock. Ages compare header stamps with the
 * node's clock: without simulated time, the clocks of the machines must agree (chrony, PTP).
 */
public final class RosRobot implements RobotPort {
  private static final long POLL_NANOS = 50_000_000;
  private static final long CLOCK_JUMP_NANOS = 100_000_000;
  private static final int COMMAND_QUEUE = 1000;

  private static final Optional<Fault> CLOCK_JUMP = Optional.of(Fault.CLOCK_JUMP);

  private final RosNode node;
  private final RobotConfig robot;
  private final RosPublisher<PoseStamped> commands;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AtomicLong sequence = new AtomicLong();
  private final ObservationPairing pairing;
  private volatile ObservationPairing.@Nullable Pair newest;
  private volatile EpisodeEvent.@Nullable Start start;
  private volatile EpisodeEvent.@Nullable End end;
  private volatile Optional<Fault> fault = Optional.empty();
  private final AtomicBoolean clockJumped = new AtomicBoolean();
  private long lastPoseNanos;
  private long lastWrenchNanos;
  private @Nullable RosSubscription poses;
  private final java.util.List<RosSubscription> subscriptions = new java.util.ArrayList<>();

  private RosRobot(RosNode node, RobotConfig robot) {
    this.node = node;
    this.robot = robot;
    pairing = new ObservationPairing(Math.round(1.5e9 / robot.topics().wrench().rateHz()));
    commands =
        node.advertise(
            robot.topics().command().name(),
            PoseStamped.class,
            new PublisherOptions(false, COMMAND_QUEUE, Overflow.DROP_OLDEST));
  }

  /**
   * Advertises the command and subscribes to pose, wrench, and where configured to episodes and
   * faults.
   *
   * @throws org.strop.configs.StropException if the ROS master does not answer
   */
  public static RosRobot connect(RosNode node, RobotConfig robot) {
    RosRobot port = new RosRobot(node, robot);
    port.subscribe();
    return port;
  }

  private void subscribe() {
    TopicMap topics = robot.topics();
    poses = on(topics.pose().name(), PoseStamped.class, this::takePose);
    on(topics.wrench().name(), WrenchStamped.class, this::takeWrench);
    topics.episode().ifPresent(topic -> on(topic, StringMessage.class, this::takeEpisode));
    topics.fault().ifPresent(topic -> on(topic, BoolMessage.class, this::takeFault));
  }

  private interface Taker<M> {
    void take(M message);
  }

  private <M extends RosMessage> RosSubscription on(String topic, Class<M> type, Taker<M> taker) {
    RosSubscription subscription =
        node.subscribe(
            topic,
            type,
            SubscriberOptions.usual(),
            (message, at) -> {
              lock.lock();
              try {
                taker.take(message);
              } finally {
                lock.unlock();
              }
            });
    subscriptions.add(subscription);
    return subscription;
  }

  private void takePose(PoseStamped message) {
    noteClock(lastPoseNanos, message.header().stampNanos());
    lastPoseNanos = message.header().stampNanos();
    Point p = message.pose().position();
    Quaternion q = message.pose().orientation();
    double[] row = {p.x(), p.y(), p.z(), q.x(), q.y(), q.z(), q.w()};
    publish(pairing.pose(message.header().stampNanos(), row));
  }

  private void noteClock(long before, long stampNanos) {
    if (before - stampNanos > CLOCK_JUMP_NANOS) {
      clockJumped.set(true);
      pairing.restart();
      changed.signalAll();
    }
  }

  private void takeWrench(WrenchStamped message) {
    noteClock(lastWrenchNanos, message.header().stampNanos());
    lastWrenchNanos = message.header().stampNanos();
    Wrench w = message.wrench();
    double[] row = {
      w.force().x(), w.force().y(), w.force().z(), w.torque().x(), w.torque().y(), w.torque().z()
    };
    publish(pairing.wrench(message.header().stampNanos(), row));
  }

  private void publish(ObservationPairing.@Nullable Pair pair) {
    if (pair != null) {
      newest = pair;
      changed.signalAll();
    }
  }

  private void takeEpisode(StringMessage message) {
    EpisodeEvent event = EpisodeEvent.parse(message.data()).orElse(null);
    if (event instanceof EpisodeEvent.Start started) {
      start = started;
    } else if (event instanceof EpisodeEvent.End ended) {
      end = ended;
    }
    changed.signalAll();
  }

  private void takeFault(BoolMessage message) {
    fault = message.data() ? Optional.of(Fault.ROBOT) : Optional.empty();
  }

  /**
   * Waits for the start of an episode.
   *
   * @param afterStampNanos only episodes that start later count
   * @return empty if none started in time
   */
  public Optional<EpisodeEvent.Start> awaitStart(long afterStampNanos, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    lock.lock();
    try {
      while (true) {
        EpisodeEvent.Start started = start;
        if (started != null && started.stampNanos() > afterStampNanos) {
          return Optional.of(started);
        }
        if (!pause(deadline)) {
          return Optional.empty();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long nowNanos() {
    return node.nowNanos();
  }

  @Override
  public boolean latest(Observation out) {
    ObservationPairing.Pair pair = newest;
    if (pair == null) {
      return false;
    }
    out.set(pair.stampNanos, pair.pose, pair.wrench);
    return true;
  }

  @Override
  public boolean await(long stampNanos, Duration timeout, Observation out) {
    long deadline = System.nanoTime() + timeout.toNanos();
    lock.lock();
    try {
      while (true) {
        ObservationPairing.Pair pair = newest;
        if (pair != null && pair.stampNanos >= stampNanos) {
          out.set(pair.stampNanos, pair.pose, pair.wrench);
          return true;
        }
        EpisodeEvent.End ended = end;
        boolean over = isOver() && ended != null && ended.stampNanos() < stampNanos;
        if (over || clockJumped.get() || isGone() || !pause(deadline)) {
          return false;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a change or a moment; returns whether there is time left. */
  @SuppressWarnings("WaitNotInLoop") // every caller loops over its own condition
  private boolean pause(long deadline) {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    try {
      changed.awaitNanos(Math.min(left, POLL_NANOS));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean send(long stampNanos, double[] pose) {
    Header header = new Header(sequence.incrementAndGet(), stampNanos, robot.frames().world());
    Point position = new Point(pose[0], pose[1], pose[2]);
    Quaternion orientation = new Quaternion(pose[3], pose[4], pose[5], pose[6]);
    try {
      commands.publish(new PoseStamped(header, new Pose(position, orientation)));
      return true;
    } catch (RuntimeException e) { // the control loop's edge: a closed link is no exception there
      return false;
    }
  }

  @Override
  public Optional<Fault> fault() {
    return clockJumped.getAndSet(false) ? CLOCK_JUMP : fault;
  }

  /** Returns whether nobody publishes the robot's pose. */
  public boolean isGone() {
    RosSubscription subscription = poses;
    return subscription == null || subscription.publisherCount() == 0;
  }

  @Override
  public boolean isOver() {
    EpisodeEvent.Start started = start;
    EpisodeEvent.End ended = end;
    return started != null && ended != null && ended.stampNanos() >= started.stampNanos();
  }

  /** Returns whether the robot's nodes are there: pose and wrench published, commands heard. */
  public boolean awaitLink(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    for (RosSubscription subscription : subscriptions.subList(0, 2)) {
      if (!subscription.awaitPublishers(1, left(deadline))) {
        return false;
      }
    }
    return commands.awaitSubscribers(1, left(deadline));
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  @Override
  public void close() {
    subscriptions.forEach(RosSubscription::close);
    commands.close();
  }
}
