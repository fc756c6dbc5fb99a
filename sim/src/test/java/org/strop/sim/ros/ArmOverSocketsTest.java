package org.strop.sim.ros;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.Point;
import org.strop.bridge.ros.msg.Pose;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Quaternion;
import org.strop.bridge.ros.ros1.EmbeddedMaster;
import org.strop.bridge.ros.ros1.Ros1Node;
import org.strop.sim.PeelingTask;
import org.strop.sim.task.TaskConfig;

/** The seven-joint arm as a ROS peer. */
@Timeout(60)
class ArmOverSocketsTest {
  private static final long TICK = 50_000_000L;
  private static final Duration SOON = Duration.ofSeconds(10);

  private final ConcurrentSkipListMap<Long, JointState> joints = new ConcurrentSkipListMap<>();

  @Test
  void sevenJointsMoveAndATareTakesTheBiasOff() throws Exception {
    TaskConfig task =
        TaskConfig.load(
            PeelingTask.root().resolve("configs/tasks/peeling_arm.yaml"),
            List.of("sensor.force_bias_n=2.0"));
    try (EmbeddedMaster master = EmbeddedMaster.start(0);
        RosNode client = Ros1Node.connect(master.uri(), "/client");
        PeelingCellNode cell =
            new PeelingCellNode(
                Ros1Node.connect(master.uri(), "/peeling_cell"), task, Duration.ofSeconds(5))) {
      assertThat(cell).isNotNull();
      TickCollector heard = hear(client);
      client.parameters().set("/peeling_cell/driver", "external");
      client.parameters().set("/peeling_cell/seed", 101);
      client.parameters().set("/peeling_cell/lockstep", true);
      drive(client, heard);
    }
  }

  private TickCollector hear(RosNode client) {
    TickCollector heard = new TickCollector(client);
    RosSubscription states =
        client.subscribe(
            "/joint_states",
            JointState.class,
            SubscriberOptions.usual(),
            (message, at) -> joints.put(message.header().stampNanos(), message));
    assertThat(states.awaitPublishers(1, SOON)).isTrue();
    heard.subscriptions().forEach(s -> assertThat(s.awaitPublishers(1, SOON)).isTrue());
    return heard;
  }

  private void drive(RosNode client, TickCollector heard) throws InterruptedException {
    try (RosPublisher<PoseStamped> commands =
        client.advertise(CellTopics.COMMAND, PoseStamped.class, PublisherOptions.usual())) {
      assertThat(commands.awaitSubscribers(1, SOON)).isTrue();
      String id = client.callTrigger("/peeling_cell/reset", SOON).message();
      assertThat(client.callTrigger("/peeling_cell/start", SOON).success()).isTrue();
      long start = heard.startOf(id);
      heard.awaitPose(start);
      float[] home = at(heard, start);
      rise(commands, heard, home, start, 0, 10);
      double before = force(heard, start + 10 * TICK);
      assertThat(client.callTrigger("/peeling_cell/tare", SOON).success()).isTrue();
      rise(commands, heard, home, start, 10, 20);
      assertThat(before).isGreaterThan(1);
      assertThat(force(heard, start + 20 * TICK)).isLessThan(0.5 * before);
      sevenJointsMoved(start, start + 20 * TICK);
    }
  }

  private static float[] at(TickCollector heard, long stamp) {
    synchronized (heard) {
      return java.util.Objects.requireNonNull(heard.poses.get(stamp));
    }
  }

  /** Raises the equilibrium by 1 mm a tick: free of the produce, and never at rest. */
  private static void rise(
      RosPublisher<PoseStamped> commands,
      TickCollector heard,
      float[] p,
      long start,
      int from,
      int to)
      throws InterruptedException {
    for (int t = from; t < to; t++) {
      long stamp = start + t * TICK;
      Pose pose =
          new Pose(new Point(p[0], p[1], p[2] + 0.001 * t), new Quaternion(p[3], p[4], p[5], p[6]));
      commands.publish(new PoseStamped(new Header(t, stamp, "world"), pose));
      heard.awaitPose(stamp + TICK);
    }
  }

  /** Returns the mean force of the ten samples up to a stamp, N: the noise of one is 0.1. */
  private static double force(TickCollector heard, long stamp) throws InterruptedException {
    synchronized (heard) {
      while (!heard.wrenches.containsKey(stamp)) {
        heard.wait(100);
      }
      double[] sum = new double[3];
      for (float[] w : heard.wrenches.subMap(stamp - 9 * 10_000_000L, stamp + 1).values()) {
        for (int i = 0; i < 3; i++) {
          sum[i] += w[i] / 10;
        }
      }
      return Math.sqrt(DoubleStream.of(sum).map(v -> v * v).sum());
    }
  }

  private void sevenJointsMoved(long from, long to) {
    JointState first = joints.ceilingEntry(from).getValue();
    JointState last = joints.floorEntry(to).getValue();
    assertThat(first.name()).hasSize(7).doesNotHaveDuplicates();
    assertThat(first.position()).hasSize(7);
    assertThat(first.velocity()).hasSize(7);
    assertThat(first.effort()).hasSize(7);
    assertThat(last.position()).isNotEqualTo(first.position());
  }
}
