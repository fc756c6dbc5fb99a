package org.strop.bridge.control.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.control.RunLoop;
import org.strop.bridge.control.RunReport;
import org.strop.bridge.control.fake.FakeCell;
import org.strop.bridge.control.fake.ScriptedPolicy;
import org.strop.bridge.control.fake.ShippedRobot;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.control.robot.RosRobot;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.ros1.EmbeddedMaster;
import org.strop.bridge.ros.ros1.Ros1Node;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.log.RawEntry;
import org.strop.bridge.trajectory.log.RawLogReader;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** The same laws over real TCPROS sockets, with the embedded master. */
class SocketsTest {
  private static final int TICKS = 60;
  private final RobotConfig robot =
      ShippedRobot.load("recording.start_timeout_s=10.0", "recording.silence_timeout_s=5.0");
  private final EmbeddedMaster master = EmbeddedMaster.start(0);
  private final RosNode cellNode = Ros1Node.connect(master.uri(), "/peeling_cell");
  private final RosNode node = Ros1Node.connect(master.uri(), "/recorder");
  private final FakeCell cell = new FakeCell(cellNode, robot, TICKS, 1_000_000_000L);
  @TempDir Path folder;

  @AfterEach
  void closeAll() {
    cell.close();
    node.close();
    master.close();
  }

  @Test
  void recordingOverTcpIsBitByBitWhatTheCellSent() {
    try (RawLogSink sink = RawLogSink.create(folder.resolve("raw.mcap"), robot);
        RecordingSession session = RecordingSession.open(node, robot, sink)) {
      for (int seed = 1; seed <= 3; seed++) {
        RecordedEpisode episode = session.record(EpisodeRequest.demonstration(seed, "potato"));
        assertThat(episode.isSplit()).isFalse();
        Trajectory trajectory = episode.trajectories().get(0);
        assertThat(trajectory.length()).isEqualTo(TICKS + 1);
        for (int k = 0; k <= TICKS; k++) {
          double[] pose = FakeCell.poseAt(k * 5 * 0.01, seed);
          for (int i = 0; i < 7; i++) {
            assertThat(trajectory.channel(Channels.STATE).get(k, i)).isEqualTo((float) pose[i]);
          }
        }
        assertThat(episode.topics()).noneMatch(TopicReport::isSuspicious);
      }
    }
  }

  @Test
  void rawLogHoldsEverySample() {
    Path file = folder.resolve("raw.mcap");
    try (RawLogSink sink = RawLogSink.create(file, robot);
        RecordingSession session = RecordingSession.open(node, robot, sink)) {
      session.record(EpisodeRequest.demonstration(1, "potato"));
    }
    List<RawEntry> entries = RawLogReader.entries(file);
    int samples = TICKS * 5 + 1;
    assertThat(count(entries, "observation.state")).isEqualTo(samples);
    assertThat(count(entries, "observation.wrench")).isEqualTo(samples);
    assertThat(count(entries, "observation.joints.position")).isEqualTo(samples);
    assertThat(count(entries, "action")).isEqualTo(TICKS);
    assertThat(entries.stream().filter(e -> e instanceof RawEntry.RawEvent)).hasSize(2);
  }

  private static long count(List<RawEntry> entries, String key) {
    return entries.stream()
        .filter(e -> e instanceof RawEntry.RawSample sample && sample.key().equals(key))
        .count();
  }

  @Test
  void deathOfTheCellInTheMiddleIsToldAndTheLogIsReadable() {
    Path file = folder.resolve("raw.mcap");
    List<Trajectory> safe = new ArrayList<>();
    try (RawLogSink sink = RawLogSink.create(file, robot);
        RecordingSession session = RecordingSession.open(node, robot, sink)) {
      safe.addAll(session.record(EpisodeRequest.demonstration(1, "apple")).trajectories());
      cell.dieAfter(101);
      assertThatThrownBy(() -> session.record(EpisodeRequest.demonstration(2, "apple")))
          .isInstanceOfSatisfying(
              StropException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.UNREACHABLE);
                assertThat(e.what()).contains("in the middle of episode demo-2");
                assertThat(e.what()).contains("1 whole episodes of this run are safe");
                assertThat(e.fix()).contains("--resume");
              });
      // Readable at once, before anybody closes it properly.
      assertThat(count(RawLogReader.entries(file), "observation.state"))
          .isGreaterThan(TICKS * 5 + 1 + 50);
    }
    assertThat(safe).hasSize(1);
    assertThat(RawLogReader.read(file, entry -> {}).damage()).isEmpty();
  }

  @Test
  void lockstepRolloutsOverTcpRepeatBitByBit() {
    try (RawLogSink sink = RawLogSink.create(folder.resolve("raw.mcap"), robot);
        RosRobot arm = RosRobot.connect(node, robot);
        RecordingSession session = RecordingSession.open(node, robot, sink)) {
      ScriptedPolicy policy = new ScriptedPolicy(ScriptedPolicy::creep);
      RunLoop loop = new RunLoop(arm, policy, robot.limits(), robot.loop());
      List<FloatMatrix> states = new ArrayList<>();
      List<FloatMatrix> actions = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        AtomicReference<@Nullable RunReport> report = new AtomicReference<>();
        RecordedEpisode episode =
            session.record(
                new EpisodeRequest(4, "apple", EpisodeRequest.Driver.EXTERNAL, "scripted", true, 0),
                EpisodeDriver.lockstep(arm, loop, 4, report::set));
        assertThat(episode.outcome()).isEqualTo("done");
        Trajectory trajectory = episode.trajectories().get(0);
        assertThat(trajectory.info().source()).isEqualTo("scripted");
        assertThat(trajectory.length()).isEqualTo(TICKS + 1);
        states.add(trajectory.channel(Channels.STATE));
        actions.add(trajectory.channel(Channels.ACTION));
        RunReport ran = Objects.requireNonNull(report.get());
        assertThat(ran.outcome()).isEqualTo(RunReport.Outcome.ENDED);
        assertThat(ran.fault()).isEmpty();
        assertThat(ran.ticks()).isBetween((long) TICKS, TICKS + 1L);
      }
      assertThat(states.get(1)).isEqualTo(states.get(0)).isEqualTo(states.get(2));
      assertThat(actions.get(1)).isEqualTo(actions.get(0)).isEqualTo(actions.get(2));
      assertThat(actions.get(0).get(TICKS, 0)).isGreaterThan(0.02f);
    }
  }
}
