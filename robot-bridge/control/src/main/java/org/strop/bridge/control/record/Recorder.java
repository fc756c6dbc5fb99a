package org.strop.bridge.control.record;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.control.robot.EpisodeEvent;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.control.robot.TopicMap;
import org.strop.bridge.ros.RosHandler;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.WrenchStamped;

/**
 * Listens to a robot: writes every message to the raw log as it arrives, and cuts aligned episodes
 * out of what is in memory.
 *
 * <p>Memory is bounded by {@code recording.max_samples} for each topic. Thread-safe. Does not own
 * the node or the sink.
 */
public final class Recorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  /** Between looks at whether the robot is still there. */
  private static final long POLL_NANOS = 100_000_000;

  /** Messages may still be on their way through queues after their sender has gone. */
  private static final long GONE_GRACE_NANOS = 500_000_000;

  private static final int MAX_EVENTS = 1000;

  private final RobotConfig robot;
  private final RawSink sink;
  private final LongSupplier wallNanos;
  private final EpisodeSamples samples;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<EpisodeEvent> events = new ArrayDeque<>();
  private final List<RosSubscription> subscriptions = new ArrayList<>();
  private final Set<String> wrongFrames = new HashSet<>();
  private boolean draining;
  private boolean closed;
  private long lastArrivalNanos;
  private long messages;

  private Recorder(RobotConfig robot, RawSink sink, LongSupplier wallNanos) {
    this.robot = robot;
    this.sink = sink;
    this.wallNanos = wallNanos;
    samples = new EpisodeSamples(robot);
    lastArrivalNanos = wallNanos.getAsLong();
  }

  /**
   * Subscribes to the robot's topics and begins to record.
   *
   * @param sink receives every message; the caller closes it after this recorder
   * @throws org.strop.configs.StropException if the ROS master does not answer
   */
  public static Recorder start(RosNode node, RobotConfig robot, RawSink sink) {
    return start(node, robot, sink, System::nanoTime);
  }

  static Recorder start(RosNode node, RobotConfig robot, RawSink sink, LongSupplier wallNanos) {
    Recorder recorder = new Recorder(robot, sink, wallNanos);
    recorder.subscribe(node);
    return recorder;
  }

  private void subscribe(RosNode node) {
    TopicMap topics = robot.topics();
    String pose = topics.pose().name();
    on(node, pose, PoseStamped.class, (m, at) -> takePose(pose, m, at, false));
    String command = topics.command().name();
    on(node, command, PoseStamped.class, (m, at) -> takePose(command, m, at, true));
    String wrench = topics.wrench().name();
    on(node, wrench, WrenchStamped.class, (m, at) -> takeWrench(wrench, m, at));
    String joints = topics.jointStates().name();
    on(node, joints, JointState.class, (m, at) -> takeJoints(joints, m, at, false));
    topics
        .cutState()
        .ifPresent(
            t ->
                on(node, t.name(), JointState.class, (m, at) -> takeJoints(t.name(), m, at, true)));
    topics
        .episode()
        .ifPresent(t -> on(node, t, StringMessage.class, (m, at) -> takeText(t, m, at)));
  }

  private <M extends RosMessage> void on(
      RosNode node, String topic, Class<M> type, RosHandler<M> handler) {
    RosHandler<M> guarded =
        (message, receiveNanos) -> {
          lock.lock();
          try {
            if (closed) {
              return;
            }
            messages++;
            lastArrivalNanos = wallNanos.getAsLong();
            handler.onMessage(message, receiveNanos);
            if (draining) {
              changed.signalAll();
            }
          } finally {
            lock.unlock();
          }
        };
    subscriptions.add(node.subscribe(topic, type, SubscriberOptions.usual(), guarded));
  }

  private void takePose(String topic, PoseStamped message, long at, boolean command) {
    sink.pose(topic, message, at);
    checkFrame(topic, message.header().frameId(), robot.frames().world());
    if (command) {
      samples.addCommand(message);
    } else {
      samples.addPose(message);
    }
  }

  private void takeWrench(String topic, WrenchStamped message, long at) {
    sink.wrench(topic, message, at);
    checkFrame(topic, message.header().frameId(), robot.frames().wrench());
    samples.addWrench(message);
  }

  /** A wrong frame is a wrong meaning of every number; told once for each topic. */
  private void checkFrame(String topic, String found, String expected) {
    if (!found.equals(expected) && wrongFrames.add(topic)) {
      LOG.warn(
          "{}: frame_id is '{}', but the robot's configuration says '{}'", topic, found, expected);
    }
  }

  private void takeJoints(String topic, JointState message, long at, boolean cut) {
    sink.jointState(topic, message, at);
    if (cut) {
      samples.addCut(message);
    }
  }

  private void takeText(String topic, StringMessage message, long at) {
    sink.text(topic, message.data(), at);
    Optional<EpisodeEvent> event = EpisodeEvent.parse(message.data());
    if (event.isEmpty()) {
      LOG.warn("{}: not an episode event: '{}'", topic, message.data());
      return;
    }
    if (events.size() == MAX_EVENTS) {
      events.removeFirst();
    }
    events.addLast(event.get());
    changed.signalAll();
  }

  /** Returns the topics that still have no publisher after waiting for all of them. */
  public List<String> missingPublishers(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    List<String> missing = new ArrayList<>();
    for (RosSubscription subscription : subscriptions) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      if (!subscription.awaitPublishers(1, left)) {
        missing.add(subscription.topic());
      }
    }
    return missing;
  }

  /** Returns how many messages arrived so far. */
  public long messages() {
    lock.lock();
    try {
      return messages;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for an episode event and removes it and all before it.
   *
   * @param giveUp asked about ten times a second; true ends the waiting
   * @return empty if {@code giveUp} said so
   */
  public Optional<EpisodeEvent> awaitEvent(Predicate<EpisodeEvent> wanted, BooleanSupplier giveUp) {
    lock.lock();
    try {
      while (true) {
        while (!events.isEmpty()) {
          EpisodeEvent event = events.removeFirst();
          if (wanted.test(event)) {
            return Optional.of(event);
          }
        }
        if (giveUp.getAsBoolean()) {
          return Optional.empty();
        }
        pause();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what lies before an episode and starts its counts. */
  public void begin(long startNanos) {
    lock.lock();
    try {
      samples.startAt(startNanos);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Cuts out one episode: waits until every topic came as far as it needs, or the drain timeout is
   * over, and aligns it.
   *
   * @param startNanos stamp of its first tick
   * @param endNanos stamp of its last tick; its row repeats the last command
   * @return the episode; without any trajectory if no two ticks in a row were covered
   */
  public RecordedEpisode cut(EpisodeLabel label, long startNanos, long endNanos) {
    Grid grid = new Grid(startNanos, endNanos, robot.policyStepNanos());
    lock.lock();
    try {
      drain(label, grid);
      return EpisodeAssembly.of(robot, label, grid, samples);
    } finally {
      lock.unlock();
    }
  }

  private void drain(EpisodeLabel label, Grid grid) {
    long deadline = wallNanos.getAsLong() + Math.round(1e9 * robot.recording().drainTimeoutS());
    draining = true;
    while (!samples.reach(grid)) {
      if (wallNanos.getAsLong() >= deadline) {
        LOG.warn("episode {}: its last samples did not come in time", label.id());
        break;
      }
      pause();
    }
    draining = false;
  }

  /** Returns for how long no message arrived, ns of wall time. */
  public long silenceNanos() {
    lock.lock();
    try {
      return wallNanos.getAsLong() - lastArrivalNanos;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the publisher of the robot's pose is gone and nothing more of it is queued. */
  public boolean isRobotGone() {
    return subscriptions.get(0).publisherCount() == 0 && silenceNanos() > GONE_GRACE_NANOS;
  }

  /** Waits for the next change, at most a tenth of a second. */
  void pauseBriefly() {
    lock.lock();
    try {
      pause();
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // every caller loops over its own condition
  private void pause() {
    try {
      changed.awaitNanos(POLL_NANOS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("recording was interrupted");
    }
  }

  /** Unsubscribes; nothing reaches the sink afterwards. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    subscriptions.forEach(RosSubscription::close);
  }
}
