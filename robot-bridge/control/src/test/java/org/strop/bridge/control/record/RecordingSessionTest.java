package org.strop.bridge.control.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.strop.bridge.control.fake.FakeCell;
import org.strop.bridge.control.fake.FakeRosGraph;
import org.strop.bridge.control.fake.ListSink;
import org.strop.bridge.control.fake.ShippedRobot;
import org.strop.bridge.control.robot.EpisodeEvent;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.WrenchStamped;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

class RecordingSessionTest {
  private static final int TICKS = 40;
  private static final long FIRST = 5_000_000_000L;

  private final RobotConfig robot =
      ShippedRobot.load(
          "recording.start_timeout_s=10.0",
          "recording.silence_timeout_s=2.0",
          "recording.drain_timeout_s=0.3");
  private final FakeRosGraph graph = new FakeRosGraph();
  private final ListSink sink = new ListSink();
  private final RosNode cellNode = graph.node("/cell");
  private final FakeCell cell = new FakeCell(cellNode, robot, TICKS, FIRST);
  private final RosNode recorderNode = graph.node("/recorder");
  private final RecordingSession session = RecordingSession.open(recorderNode, robot, sink);

  @AfterEach
  void closeAll() {
    session.close();
    recorderNode.close();
    cell.close();
  }

  private RecordedEpisode record(int seed) {
    return session.record(EpisodeRequest.demonstration(seed, "cucumber"));
  }

  @Test
  void episodesComeOutOnTheGridBitByBit() {
    for (int seed = 1; seed <= 3; seed++) {
      RecordedEpisode episode = record(seed);
      assertThat(episode.outcome()).isEqualTo("done");
      Trajectory trajectory = episode.trajectories().get(0);
      assertThat(trajectory.length()).isEqualTo(TICKS + 1);
      assertThat(trajectory.info().episodeId()).isEqualTo("demo-" + seed);
      assertThat(trajectory.info().seed()).isEqualTo(seed);
      assertThat(trajectory.info().attributes()).containsOnlyKeys("outcome");
      assertThat(trajectory.info().workpiece().orElseThrow().kind()).isEqualTo("cucumber");
      assertThat(trajectory.events()).isEmpty();
      assertRows(trajectory, seed);
    }
    assertThat(session.recorded()).isEqualTo(3);
  }

  private static void assertRows(Trajectory trajectory, int seed) {
    for (int k = 0; k <= TICKS; k++) {
      double t = k * 5 * 0.01;
      double[] pose = FakeCell.poseAt(t, seed);
      double[] command = FakeCell.commandAt(Math.min(k, TICKS - 1) * 5 * 0.01, seed);
      double[] wrench = FakeCell.wrenchAt(t, seed);
      for (int i = 0; i < 7; i++) {
        assertThat(trajectory.channel(Channels.STATE).get(k, i)).isEqualTo((float) pose[i]);
        assertThat(trajectory.channel(Channels.ACTION).get(k, i)).isEqualTo((float) command[i]);
      }
      for (int i = 0; i < 6; i++) {
        assertThat(trajectory.channel(Channels.WRENCH).get(k, i)).isEqualTo((float) wrench[i]);
      }
      assertThat(trajectory.channel(Channels.CUT).get(k, 0)).isEqualTo((float) (0.001 * t));
      assertThat(trajectory.channel(Channels.CUT).get(k, 1)).isEqualTo(0.02f);
    }
  }

  @Test
  void everySampleIsInTheRawLog() {
    record(1);
    int samples = TICKS * 5 + 1;
    assertThat(sink.on("/joint_states")).hasSize(samples);
    assertThat(sink.on(robot.topics().pose().name())).hasSize(samples);
    assertThat(sink.on(robot.topics().wrench().name())).hasSize(samples);
    assertThat(sink.on("/peeling_cell/cut_state")).hasSize(samples);
    assertThat(sink.on(robot.topics().command().name())).hasSize(TICKS);
    assertThat(sink.on("/peeling_cell/episode")).hasSize(2);
  }

  @Test
  void ratesOfAllTopicsAreMeasured() {
    RecordedEpisode episode = record(1);
    assertThat(episode.topics()).hasSize(4);
    for (TopicReport topic : episode.topics()) {
      assertThat(topic.measuredHz())
          .isBetween(0.99 * topic.promisedHz(), 1.01 * topic.promisedHz());
      assertThat(topic.isSuspicious()).isFalse();
    }
  }

  @Test
  void gapSplitsTheEpisodeAndSaysSo() {
    cell.only(
        message ->
            !(message instanceof WrenchStamped wrench
                && wrench.header().stampNanos() > FIRST + 800_000_000L
                && wrench.header().stampNanos() < FIRST + 1_200_000_000L));
    RecordedEpisode episode = record(2);
    assertThat(episode.isSplit()).isTrue();
    assertThat(episode.trajectories()).hasSize(2);
    List<String> ids = new ArrayList<>();
    for (Trajectory part : episode.trajectories()) {
      ids.add(part.info().episodeId());
      assertThat(part.info().attributes().get("split_reason"))
          .contains("gap of 0.400 s")
          .contains("force_torque");
      assertThat(part.events()).extracting(TrajectoryEvent::kind).containsExactly("gap");
    }
    assertThat(ids).containsExactly("demo-2.1", "demo-2.2");
  }

  @Test
  void deathInTheMiddleIsToldAndFinishedEpisodesAreKept() {
    record(1);
    record(2);
    cell.dieAfter(77);
    assertThatThrownBy(() -> record(3))
        .isInstanceOfSatisfying(
            StropException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNREACHABLE);
              assertThat(e.what()).contains("in the middle of episode demo-3");
              assertThat(e.what()).contains("closed its connections");
              assertThat(e.what()).contains("2 whole episodes of this run are safe");
              assertThat(e.fix()).contains("--resume");
            });
    assertThat(sink.flushes()).isEqualTo(1);
    int all = 2 * (TICKS * 5 + 1) + 77;
    assertThat(sink.on(robot.topics().pose().name())).hasSize(all);
  }

  @Test
  void silenceInTheMiddleIsTold() {
    cell.only(message -> false).dieAfter(Integer.MAX_VALUE);
    // Only the start is announced; then the publisher stays connected and says nothing.
    RosPublisher<StringMessage> mute =
        cellNode.advertise("/peeling_cell/episode", StringMessage.class, PublisherOptions.usual());
    cellNode.offerTrigger(
        "/peeling_cell/start",
        name -> {
          mute.publish(new StringMessage("start demo-4 " + FIRST));
          return new TriggerResult(true, "");
        });
    assertThatThrownBy(() -> record(4))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("went silent in the middle of episode demo-4");
  }

  @Test
  void refusalToStartIsToldAtOnce() {
    cellNode.offerTrigger("/peeling_cell/start", name -> new TriggerResult(false, "door is open"));
    assertThatThrownBy(() -> record(4))
        .isInstanceOfSatisfying(
            StropException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.ROBOT_FAULT);
              assertThat(e.what()).contains("door is open");
            });
  }

  @Test
  void aCellThatIsStillBusyForAMomentIsAskedAgain() {
    AtomicInteger calls = new AtomicInteger();
    cellNode.offerTrigger(
        "/peeling_cell/reset", name -> new TriggerResult(calls.incrementAndGet() > 2, "demo-6"));
    assertThat(record(6).id()).isEqualTo("demo-6");
  }

  @Test
  void missingPublishersAreNamed() {
    cell.close();
    RobotConfig impatient = ShippedRobot.load("recording.start_timeout_s=0.05");
    RosNode lonely = graph.node("/lonely");
    try (RecordingSession waiting = RecordingSession.open(lonely, impatient, new ListSink())) {
      assertThatThrownBy(() -> waiting.record(EpisodeRequest.demonstration(1, "apple")))
          .isInstanceOf(StropException.class)
          .hasMessageContaining("nobody offers")
          .hasMessageContaining("/peeling_cell/reset")
          .hasMessageContaining("/tool_pose_broadcaster/pose");
    }
  }

  @Test
  void nothingCoveredIsAnErrorNotAnEmptyEpisode() {
    cell.only(message -> !(message instanceof WrenchStamped));
    assertThatThrownBy(() -> record(5))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_DATA));
    assertThat(session.recorded()).isZero();
  }

  @Test
  void eventsThatAreNotEventsAreIgnored() {
    assertThat(EpisodeEvent.parse("start a 12")).contains(new EpisodeEvent.Start("a", 12));
    assertThat(EpisodeEvent.parse("end a 12 done")).contains(new EpisodeEvent.End("a", 12, "done"));
    for (String bad :
        List.of("", "start", "start a -5", "start a b", "end a 12", "stop a 12", "start a 1 2")) {
      assertThat(EpisodeEvent.parse(bad)).isEmpty();
    }
  }
}
