package org.strop.bridge.control.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.strop.bridge.control.Fault;
import org.strop.bridge.control.Observation;
import org.strop.bridge.control.fake.FakeCell;
import org.strop.bridge.control.fake.FakeRosGraph;
import org.strop.bridge.control.fake.ShippedRobot;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.BoolMessage;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.Vector3;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;

class RosRobotTest {
  private static final Duration SHORT = Duration.ofMillis(30);
  private final RobotConfig config = ShippedRobot.load("topics.fault=/estop");
  private final FakeRosGraph graph = new FakeRosGraph();
  private final RosNode arm = graph.node("/arm");
  private final RosNode node = graph.node("/loop");
  private final RosRobot robot = RosRobot.connect(node, config);
  private final RosPublisher<PoseStamped> poses =
      arm.advertise("/tool_pose_broadcaster/pose", PoseStamped.class, PublisherOptions.usual());
  private final RosPublisher<WrenchStamped> wrenches =
      arm.advertise(
          "/force_torque_sensor_broadcaster/wrench", WrenchStamped.class, PublisherOptions.usual());
  private final RosPublisher<StringMessage> episodes =
      arm.advertise("/peeling_cell/episode", StringMessage.class, PublisherOptions.usual());
  private final Observation out = new Observation();

  @AfterEach
  void closeAll() {
    robot.close();
    arm.close();
    node.close();
  }

  private void pose(long stamp) {
    poses.publish(FakeCell.message(stamp, new double[] {stamp, 0, 0, 0, 0, 0, 1}));
  }

  private void wrench(long stamp) {
    Vector3 force = new Vector3(-stamp, 0, 0);
    wrenches.publish(
        new WrenchStamped(
            new Header(0, stamp, "wrist_ft"), new Wrench(force, new Vector3(0, 0, 0))));
  }

  @Test
  void observationIsAPoseAndAWrenchOfOneStampInAnyOrder() {
    pose(1);
    assertThat(robot.latest(out)).isFalse();
    pose(2);
    pose(3);
    wrench(1);
    wrench(2);
    assertThat(robot.latest(out)).isTrue();
    assertThat(out.stampNanos).isEqualTo(2);
    assertThat(out.pose[0]).isEqualTo(2);
    assertThat(out.wrench[0]).isEqualTo(-2);
    wrench(4);
    pose(4);
    robot.latest(out);
    assertThat(out.stampNanos).isEqualTo(4);
    wrench(3); // late: the newest stays
    robot.latest(out);
    assertThat(out.stampNanos).isEqualTo(4);
  }

  @Test
  void robotWhoseTopicsNeverShareAStampIsPairedByNearness() {
    for (int k = 0; k < 30; k++) {
      wrench(k * 10_000_000L + 3_000_000);
      pose(k * 10_000_000L + 5_000_000);
    }
    assertThat(robot.latest(out)).isTrue();
    assertThat(out.stampNanos).isEqualTo(295_000_000);
    assertThat(out.wrench[0]).isEqualTo(-293_000_000);
  }

  @Test
  void awaitGivesTheObservationOfAStampOrTellsThatTheEpisodeEnded() {
    pose(100);
    wrench(100);
    assertThat(robot.await(100, SHORT, out)).isTrue();
    assertThat(robot.await(101, SHORT, out)).isFalse();
    assertThat(robot.isOver()).isFalse();
    episodes.publish(new StringMessage("start a 100"));
    assertThat(robot.awaitStart(99, SHORT)).contains(new EpisodeEvent.Start("a", 100));
    assertThat(robot.awaitStart(100, SHORT)).isEmpty();
    episodes.publish(new StringMessage("end a 150 done"));
    assertThat(robot.isOver()).isTrue();
    assertThat(robot.await(151, Duration.ofHours(1), out)).isFalse(); // at once
    pose(150); // its last sample may come after the end was told
    wrench(150);
    assertThat(robot.await(150, SHORT, out)).isTrue();
    episodes.publish(new StringMessage("start b 1000"));
    assertThat(robot.isOver()).isFalse();
  }

  @Test
  void goneRobotEndsTheWaitAtOnce() {
    arm.close();
    assertThat(robot.isGone()).isTrue();
    assertThat(robot.await(1, Duration.ofHours(1), out)).isFalse();
  }

  @Test
  void commandsCarryTheStampThatTheyAnswer() throws InterruptedException {
    PoseStamped[] got = new PoseStamped[1];
    CountDownLatch came = new CountDownLatch(1);
    arm.subscribe(
        config.topics().command().name(),
        PoseStamped.class,
        SubscriberOptions.usual(),
        (message, at) -> {
          got[0] = message;
          came.countDown();
        });
    assertThat(robot.awaitLink(SHORT)).isTrue();
    assertThat(robot.send(77, new double[] {1, 2, 3, 0, 0, 0, 1})).isTrue();
    assertThat(came.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(got[0].header().stampNanos()).isEqualTo(77);
    assertThat(got[0].header().frameId()).isEqualTo("world");
    assertThat(got[0].pose().position().y()).isEqualTo(2);
  }

  @Test
  void faultTopicIsReported() {
    RosPublisher<BoolMessage> stop =
        arm.advertise("/estop", BoolMessage.class, PublisherOptions.usual());
    assertThat(robot.fault()).isEmpty();
    stop.publish(new BoolMessage(true));
    assertThat(robot.fault()).contains(Fault.ROBOT);
    stop.publish(new BoolMessage(false));
    assertThat(robot.fault()).isEmpty();
  }
}
