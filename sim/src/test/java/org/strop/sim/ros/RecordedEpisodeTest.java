package org.strop.sim.ros;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.control.RunLoop;
import org.strop.bridge.control.RunReport;
import org.strop.bridge.control.record.EpisodeRequest;
import org.strop.bridge.control.record.RecordedEpisode;
import org.strop.bridge.control.record.RecordingSession;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.control.robot.RosRobot;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.ros1.EmbeddedMaster;
import org.strop.bridge.ros.ros1.Ros1Node;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ConfigLoader;
import org.strop.sim.PeelingTask;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.rollout.EpisodeSpec;
import org.strop.sim.rollout.PressPolicy;
import org.strop.sim.rollout.Rollouts;
import org.strop.sim.task.TaskConfig;

/** What the bridge records over sockets is what rollouts in the process give, to the last bit. */
@Timeout(60)
class RecordedEpisodeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TaskConfig task = PeelingTask.load();
  private final RobotConfig robot =
      ConfigLoader.load(
              PeelingTask.root().resolve("configs/robots/peeling_cell.yaml"),
              List.of(),
              RobotConfig.class)
          .value();

  private static void assertSame(RecordedEpisode recorded, Trajectory expected) {
    assertThat(recorded.trajectories()).hasSize(1);
    Trajectory actual = recorded.trajectories().get(0);
    assertThat(actual.length()).isEqualTo(expected.length());
    assertThat(actual.specs()).isEqualTo(expected.specs());
    for (ChannelSpec spec : expected.specs()) {
      assertThat(actual.channel(spec)).as(spec.key()).isEqualTo(expected.channel(spec));
    }
    assertThat(actual.info().workpiece()).isEqualTo(expected.info().workpiece());
    assertThat(actual.info().robot()).isEqualTo(expected.info().robot());
    assertThat(actual.info().task()).isEqualTo(expected.info().task());
    assertThat(actual.info().attributes().get("outcome"))
        .isEqualTo(expected.info().attributes().get("outcome"));
  }

  @Test
  void demonstrationsAreRecordedAsTheyHappened() {
    try (EmbeddedMaster master = EmbeddedMaster.start(0);
        PeelingCellNode cell =
            new PeelingCellNode(Ros1Node.connect(master.uri(), "/peeling_cell"), task, PATIENCE);
        RosNode bridge = Ros1Node.connect(master.uri(), "/bridge");
        RecordingSession session = RecordingSession.open(bridge, robot, new Nowhere())) {
      for (long seed : new long[] {21, 22, 5_000_000_000L}) {
        RecordedEpisode recorded =
            session.record(EpisodeRequest.demonstration(seed, TaskConfig.MIXED));
        assertSame(recorded, DemonstrationFactory.demonstrate(task, TaskConfig.MIXED, seed));
      }
      assertThat(cell).isNotNull();
    }
  }

  @Test
  void aPolicyRunOverSocketsGivesTheRolloutOfTheSameSeed() throws Exception {
    PressPolicy policy = new PressPolicy(0.007, 0.0012);
    try (EmbeddedMaster master = EmbeddedMaster.start(0);
        PeelingCellNode cell =
            new PeelingCellNode(Ros1Node.connect(master.uri(), "/peeling_cell"), task, PATIENCE);
        RosNode bridge = Ros1Node.connect(master.uri(), "/bridge");
        RosNode controller = Ros1Node.connect(master.uri(), "/controller");
        RosRobot arm = RosRobot.connect(controller, robot);
        RecordingSession session = RecordingSession.open(bridge, robot, new Nowhere())) {
      RunLoop loop = new RunLoop(arm, policy, robot.limits(), robot.loop());
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(
              () -> loop.runLockstep(arm.awaitStart(0, PATIENCE).orElseThrow().stampNanos(), 31));
      RecordedEpisode recorded =
          session.record(
              new EpisodeRequest(31, "apple", EpisodeRequest.Driver.EXTERNAL, "press", true, 0));
      assertThat(run.get().fault()).isEmpty();
      Trajectory expected =
          new Rollouts(task, robot.limits())
              .run(policy, List.of(new EpisodeSpec("x", "apple", 31, 0)), Optional.empty())
              .get(0);
      assertSame(recorded, expected);
      assertThat(cell).isNotNull();
    }
  }
}
