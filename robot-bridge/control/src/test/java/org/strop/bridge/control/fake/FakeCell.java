package org.strop.bridge.control.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.PublisherOptions.Overflow;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosParameters;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.Point;
import org.strop.bridge.ros.msg.Pose;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Quaternion;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.Vector3;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;

/**
 * A peeling cell without physics on any ROS node: the shipped topics and services, motion that is a
 * formula of time and seed, an external driver in lockstep that it follows exactly. Faults are
 * injected by a filter over its messages and by {@link #dieAfter}.
 */
public final class FakeCell implements AutoCloseable {
  /** Time between samples, ns. */
  public static final long SAMPLE_NANOS = 10_000_000;

  /** Samples between two ticks of the policy. */
  public static final int SAMPLES_PER_TICK = 5;

  private final RosNode node;
  private final RosPublisher<PoseStamped> pose;
  private final RosPublisher<PoseStamped> command;
  private final RosPublisher<WrenchStamped> wrench;
  private final RosPublisher<JointState> joints;
  private final RosPublisher<JointState> cut;
  private final RosPublisher<StringMessage> episode;
  private final int ticks;
  private final List<PoseStamped> commands = new ArrayList<>();
  private Predicate<RosMessage> passes = message -> true;
  private int dieAfterSamples = Integer.MAX_VALUE;
  private long nextStartNanos;
  private @Nullable Thread running;

  /** Offers a cell whose episodes have the given number of ticks after the first. */
  public FakeCell(RosNode node, RobotConfig robot, int ticks, long firstStartNanos) {
    this.node = node;
    this.ticks = ticks;
    nextStartNanos = firstStartNanos;
    PublisherOptions options = new PublisherOptions(false, 100, Overflow.BLOCK);
    pose = node.advertise(robot.topics().pose().name(), PoseStamped.class, options);
    wrench = node.advertise(robot.topics().wrench().name(), WrenchStamped.class, options);
    joints = node.advertise(robot.topics().jointStates().name(), JointState.class, options);
    cut = node.advertise(robot.topics().cutState().orElseThrow().name(), JointState.class, options);
    PublisherOptions latched = new PublisherOptions(true, 100, Overflow.BLOCK);
    episode = node.advertise(robot.topics().episode().orElseThrow(), StringMessage.class, latched);
    String commandTopic = robot.topics().command().name();
    command = node.advertise(commandTopic, PoseStamped.class, options);
    node.subscribe(
        commandTopic, PoseStamped.class, SubscriberOptions.usual(), (m, at) -> commanded(m));
    node.offerTrigger("/peeling_cell/reset", name -> reset());
    node.offerTrigger("/peeling_cell/start", name -> start());
  }

  /** Lets only those messages out that pass. */
  public FakeCell only(Predicate<RosMessage> passing) {
    passes = passing;
    return this;
  }

  /** Makes the next episode end in the death of the node. */
  public FakeCell dieAfter(int samples) {
    dieAfterSamples = samples;
    return this;
  }

  private TriggerResult reset() {
    RosParameters p = node.parameters();
    p.set("/peeling_cell/workpiece/kind", p.get("/peeling_cell/produce").orElse("cucumber"));
    p.set("/peeling_cell/workpiece/x", List.of(0.0, 0.1));
    p.set("/peeling_cell/workpiece/z", List.of(0.04, 0.05));
    p.set("/peeling_cell/workpiece/radius", List.of(0.02, 0.02));
    p.set("/peeling_cell/workpiece/skin_thickness_m", 0.0005);
    return new TriggerResult(true, "demo-" + seed());
  }

  private int seed() {
    return (Integer) node.parameters().get("/peeling_cell/seed").orElse(0);
  }

  private boolean external() {
    return node.parameters().get("/peeling_cell/driver").orElse("").equals("external");
  }

  private synchronized TriggerResult start() {
    running = new Thread(this::run, "fake-cell");
    running.setDaemon(true);
    running.start();
    return new TriggerResult(true, "");
  }

  private synchronized void commanded(PoseStamped message) {
    commands.add(message);
    notifyAll();
  }

  private void run() {
    long start = nextStartNanos;
    nextStartNanos += (ticks + 100L) * SAMPLES_PER_TICK * SAMPLE_NANOS;
    boolean external = external();
    synchronized (this) {
      commands.clear();
    }
    String id = "demo-" + seed();
    episode.publish(new StringMessage("start " + id + " " + start));
    for (int k = 0; k <= ticks * SAMPLES_PER_TICK; k++) {
      if (k == dieAfterSamples) {
        node.close();
        return;
      }
      boolean tick = k % SAMPLES_PER_TICK == 0 && k < ticks * SAMPLES_PER_TICK;
      long stamp = start + k * SAMPLE_NANOS;
      sample(stamp, k * 0.01, external);
      if (tick && !external) {
        send(command, message(stamp, commandAt(k * 0.01, seed())));
      } else if (tick && !awaitCommand(stamp)) {
        episode.publish(new StringMessage("end " + id + " " + stamp + " lost_controller"));
        return;
      }
    }
    long end = start + (long) ticks * SAMPLES_PER_TICK * SAMPLE_NANOS;
    episode.publish(new StringMessage("end " + id + " " + end + " done"));
  }

  private synchronized boolean awaitCommand(long stamp) {
    long deadline = System.nanoTime() + 2_000_000_000L;
    while (commands.isEmpty() || last().header().stampNanos() < stamp) {
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

  private PoseStamped last() {
    return commands.get(commands.size() - 1);
  }

  private void sample(long stamp, double t, boolean external) {
    Header header = new Header(0, stamp, "world");
    send(joints, new JointState(header, List.of("x"), List.of(t), List.of(), List.of(0.0)));
    send(pose, message(stamp, external ? followed() : poseAt(t, seed())));
    double[] w = wrenchAt(t, seed());
    Vector3 force = new Vector3(w[0], w[1], w[2]);
    Vector3 torque = new Vector3(w[3], w[4], w[5]);
    send(wrench, new WrenchStamped(new Header(0, stamp, "wrist_ft"), new Wrench(force, torque)));
    // Another order than that of the channel: receivers must map by name.
    List<String> names = List.of("gouge", "slip", "width", "thickness");
    send(
        cut,
        new JointState(header, names, List.of(0.0, 0.1, 0.02, 0.001 * t), List.of(), List.of()));
  }

  private synchronized double[] followed() {
    if (commands.isEmpty()) {
      return poseAt(0, seed());
    }
    Point p = last().pose().position();
    return new double[] {p.x(), p.y(), p.z(), 0, 0, 0, 1};
  }

  private <M extends RosMessage> void send(RosPublisher<M> publisher, M message) {
    if (passes.test(message)) {
      publisher.publish(message);
    }
  }

  /** Returns the pose at a time of an episode, s. */
  public static double[] poseAt(double t, int seed) {
    double half = 0.05 * Math.sin(t + seed);
    return new double[] {
      0.02 * t,
      0.01 * Math.cos(seed),
      0.05 + 0.002 * Math.sin(3 * t),
      0,
      Math.sin(half),
      0,
      Math.cos(half)
    };
  }

  /** Returns the demonstrator's command at a time of an episode, s. */
  public static double[] commandAt(double t, int seed) {
    double[] pose = poseAt(t, seed);
    pose[2] -= 0.004;
    return pose;
  }

  /** Returns the wrench at a time of an episode, s. */
  public static double[] wrenchAt(double t, int seed) {
    return new double[] {Math.sin(5 * t), 0.1 * seed, 8 + Math.cos(2 * t), 0, 0.3, 0};
  }

  /** Returns a pose message in the world frame. */
  public static PoseStamped message(long stamp, double[] p) {
    return new PoseStamped(
        new Header(0, stamp, "world"),
        new Pose(new Point(p[0], p[1], p[2]), new Quaternion(p[3], p[4], p[5], p[6])));
  }

  /** Returns the commands of the last episode that had an external driver. */
  public synchronized List<PoseStamped> commands() {
    return List.copyOf(commands);
  }

  @Override
  public void close() {
    node.close();
  }
}
