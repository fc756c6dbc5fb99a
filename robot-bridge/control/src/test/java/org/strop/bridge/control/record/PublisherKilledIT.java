package org.strop.bridge.control.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.control.fake.FakeCellProcess;
import org.strop.bridge.control.fake.ShippedRobot;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.ros1.EmbeddedMaster;
import org.strop.bridge.ros.ros1.Ros1Node;
import org.strop.bridge.trajectory.log.RawEntry;
import org.strop.bridge.trajectory.log.RawLogReader;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** kill -9 of the simulator in the middle of an episode. */
@Tag("slow")
class PublisherKilledIT {
  private static final int MESSAGES_BEFORE_THE_KILL = 5000;
  private static final String ENDLESS_TICKS = "1000000";

  @TempDir Path folder;

  @Test
  void killedSimulatorIsToldAndTheLogIsReadable() throws IOException, InterruptedException {
    RobotConfig robot = ShippedRobot.load("recording.start_timeout_s=30.0");
    Path file = folder.resolve("raw.mcap");
    try (EmbeddedMaster master = EmbeddedMaster.start(0);
        RosNode node = Ros1Node.connect(master.uri(), "/recorder");
        RawLogSink sink = RawLogSink.create(file, robot)) {
      Process cell = start(master);
      try (RecordingSession session = RecordingSession.open(node, robot, sink)) {
        Thread killer = new Thread(() -> killAfterMessages(session.recorder(), cell));
        killer.start();
        assertThatThrownBy(() -> session.record(EpisodeRequest.demonstration(1, "apple")))
            .isInstanceOfSatisfying(
                StropException.class,
                e -> {
                  assertThat(e.code()).isEqualTo(ErrorCode.UNREACHABLE);
                  assertThat(e.what())
                      .contains("closed its connections in the middle of episode demo-1");
                });
        killer.join();
      } finally {
        cell.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }
    List<RawEntry> entries = RawLogReader.entries(file);
    assertThat(entries).hasSizeGreaterThan(MESSAGES_BEFORE_THE_KILL);
  }

  private static Process start(EmbeddedMaster master) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dstrop.root=" + System.getProperty("strop.root", "."),
            FakeCellProcess.class.getName(),
            master.uri().toString(),
            ENDLESS_TICKS)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void killAfterMessages(Recorder recorder, Process cell) {
    while (recorder.messages() < MESSAGES_BEFORE_THE_KILL && cell.isAlive()) {
      recorder.pauseBriefly();
    }
    cell.destroyForcibly();
  }
}
