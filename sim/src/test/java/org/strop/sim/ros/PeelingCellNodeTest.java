package org.strop.sim.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.Point;
import org.strop.bridge.ros.msg.Pose;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Quaternion;
import org.strop.bridge.ros.ros1.EmbeddedMaster;
import org.strop.bridge.ros.ros1.Ros1Node;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.StropException;
import org.strop.sim.PeelingTask;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

@Timeout(60)
class PeelingCellNodeTest {
  private static final long TICK = 50_000_000L;
  private static final Duration SOON = Duration.ofSeconds(10);

  private final TaskConfig task = PeelingTask.load();
  private EmbeddedMaster master;
  private PeelingCellNode cell;
  private RosNode client;
  private TickCollector heard;

  @BeforeEach
  void start() {
    master = EmbeddedMaster.start(0);
    cell =
        new PeelingCellNode(
            Ros1Node.connect(master.uri(), "/peeling_cell"), task, Duration.ofSeconds(2));
    client = Ros1Node.connect(master.uri(), "/client");
    heard = new TickCollector(client);
    for (RosSubscription subscription : heard.subscriptions()) {
      assertThat(subscription.awaitPublishers(1, SOON)).isTrue();
    }
  }

  @AfterEach
  void stop() {
    client.close();
    cell.close();
    master.close();
  }

  private String reset(String driver, int seed, boolean lockstep) {
    client.parameters().set("/peeling_cell/driver", driver);
    client.parameters().set("/peeling_cell/seed", seed);
    client.parameters().set("/peeling_cell/lockstep", lockstep);
    return client.callTrigger("/peeling_cell/reset", SOON).message();
  }

  private void startEpisode() {
    assertThat(client.callTrigger("/peeling_cell/start", SOON).success()).isTrue();
  }

  private void assertSame(Trajectory expected, String id, String[] end) throws Exception {
    long from = heard.startOf(id);
    long to = Long.parseLong(end[2]);
    assertThat((to - from) / TICK + 1).isEqualTo(expected.length());
    TickCollector all = heard;
    synchronized (all) {
      assertThat(TickCollector.ticks(all.poses, from, to, TICK, 7))
          .isEqualTo(expected.channel(Channels.STATE));
      assertThat(TickCollector.ticks(all.wrenches, from, to, TICK, 6))
          .isEqualTo(expected.channel(Channels.WRENCH));
      assertThat(TickCollector.ticks(all.cuts, from, to, TICK, 4))
          .isEqualTo(expected.channel(Channels.CUT));
      assertThat(TickCollector.ticks(all.commands, from, to - TICK, TICK, 7))
          .isEqualTo(expected.channel(Channels.ACTION).rows(0, expected.length() - 1));
    }
  }

  @Test
  void demonstrationsOverSocketsEqualThoseInTheProcess() throws Exception {
    for (int seed : new int[] {11, 12}) {
      String id = reset("demonstrator", seed, false);
      assertThat(id).isEqualTo("peel-" + seed);
      startEpisode();
      String[] end = heard.awaitEnd(id);
      Trajectory expected = DemonstrationFactory.demonstrate(task, TaskConfig.MIXED, seed);
      assertSame(expected, id, end);
      assertThat(end[3]).isEqualTo(expected.info().attributes().get("outcome"));
      assertThat(client.parameters().get("/peeling_cell/workpiece/kind"))
          .contains(expected.info().workpiece().orElseThrow().kind());
    }
  }

  @Test
  void anOutsideDriverInLockstepGivesTheTrajectoryOfItsCommands() throws Exception {
    Trajectory demo = DemonstrationFactory.demonstrate(task, TaskConfig.MIXED, 13);
    try (RosPublisher<PoseStamped> commands =
        client.advertise(CellTopics.COMMAND, PoseStamped.class, PublisherOptions.usual())) {
      assertThat(commands.awaitSubscribers(1, SOON)).isTrue();
      String id = reset("external", 13, true);
      startEpisode();
      long start = heard.startOf(id);
      for (int t = 0; t < demo.length() - 1; t++) {
        heard.awaitPose(start + t * TICK);
        commands.publish(command(demo.channel(Channels.ACTION), t, start + t * TICK));
      }
      assertSame(demo, id, heard.awaitEnd(id));
    }
  }

  private static PoseStamped command(FloatMatrix action, int t, long stamp) {
    float[] p = action.row(t);
    return new PoseStamped(
        new Header(t, stamp, "world"),
        new Pose(new Point(p[0], p[1], p[2]), new Quaternion(p[3], p[4], p[5], p[6])));
  }

  @Test
  void withoutCommandsTheEpisodeEndsAsLost() throws Exception {
    String id = reset("external", 14, true);
    startEpisode();
    String[] end = heard.awaitEnd(id);
    assertThat(end[3]).isEqualTo(CellEpisode.LOST_CONTROLLER);
    assertThat(Long.parseLong(end[2])).isEqualTo(heard.startOf(id));
  }

  @Test
  void wrongParametersAreRefusedWithTheirName() {
    client.parameters().set("/peeling_cell/produce", "pineapple");
    var answer = client.callTrigger("/peeling_cell/reset", SOON);
    assertThat(answer.success()).isFalse();
    assertThat(answer.message()).contains("pineapple").contains("cucumber");
    client.parameters().set("/peeling_cell/produce", "apple");
    client.parameters().set("/peeling_cell/driver", "nobody");
    assertThat(client.callTrigger("/peeling_cell/reset", SOON).message())
        .contains("/peeling_cell/driver");
    assertThat(client.callTrigger("/peeling_cell/start", SOON).success()).isFalse();
  }

  @Test
  void eachEpisodeHasAnIdAndALaterStampOfItsOwn() throws Exception {
    List<String> ids = List.of(reset("demonstrator", 15, false), reset("demonstrator", 15, false));
    assertThat(ids).containsExactly("peel-15", "peel-15-2");
    startEpisode();
    heard.awaitEnd("peel-15-2");
    String third = reset("demonstrator", 16, false);
    startEpisode();
    heard.awaitEnd(third);
    assertThat(heard.startOf(third)).isGreaterThan(heard.startOf("peel-15-2") + 1_000_000_000L);
  }

  @Test
  void runEndsWhenTheMasterGoes() {
    master.close();
    assertThatThrownBy(cell::run)
        .isInstanceOf(StropException.class)
        .hasMessageContaining("the ROS master is gone");
  }
}
