package org.strop.sim.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.control.Fault;
import org.strop.bridge.control.RunReport;
import org.strop.bridge.control.record.EpisodeDriver;
import org.strop.bridge.control.record.RecordedEpisode;
import org.strop.bridge.control.record.TopicReport;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.StropException;
import org.strop.sim.ros.FaultBench.Seen;

/** What recorder, run loop and safety filter make of each fault, over TCPROS. */
@Timeout(60)
class FaultsOverSocketsTest {
  private final FaultBench bench = new FaultBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private static String fault(String kind, String rest) {
    return "[{kind: " + kind + ", " + rest + "}]";
  }

  private static TopicReport topic(RecordedEpisode episode, String part) {
    return episode.topics().stream().filter(t -> t.topic().contains(part)).findFirst().get();
  }

  @Test
  void withoutFaultsThePolicyFinishesAndNothingIsTold() {
    Seen seen = bench.lockstep("[]");
    assertThat(seen.report().fault()).isEmpty();
    assertThat(seen.report().decisions()).isGreaterThan(5);
    assertThat(seen.episode().trajectories()).hasSize(1);
  }

  @Test
  void aForceSpikeLatchesTheFilterAndTheArmHolds() {
    Seen weak =
        bench.lockstep(fault("force_spike", "at_s: 1, duration_s: 0.1, fx_n: 0, fy_n: 0, fz_n: 5"));
    assertThat(weak.report().fault()).isEmpty();
    Seen seen =
        bench.lockstep(
            fault("force_spike", "at_s: 1, duration_s: 0.1, fx_n: 0, fy_n: 0, fz_n: 80"));
    assertThat(seen.report().fault()).contains(Fault.FORCE_LIMIT);
    assertThat(seen.moved(30, seen.first().length() - 1)).isLessThan(0.004);
    assertThat(weak.moved(30, weak.first().length() - 1)).isGreaterThan(0.02);
  }

  @Test
  void aSilentSensorLeadsToAHoldAndSplitsTheRecording() {
    Seen seen =
        bench.lockstep(
            fault("sensor_dropout", "at_s: 1, duration_s: 0.5, topics: [wrench], mode: silent"));
    assertThat(seen.report().fault()).contains(Fault.STALE_OBSERVATION);
    assertThat(seen.report().heldTicks()).isPositive();
    assertThat(seen.episode().trajectories()).hasSize(2);
    assertThat(seen.first().info().attributes().get("split_reason")).contains("wrench");
  }

  @Test
  void inRealTimeTheLoopHoldsWhileTheSensorIsSilent() {
    Seen seen =
        bench.realTime(
            fault("sensor_dropout", "at_s: 0.6, duration_s: 0.4, topics: [pose], mode: silent"));
    assertThat(seen.report().faults()).contains(Fault.STALE_OBSERVATION);
    assertThat(seen.report().heldTicks()).isPositive();
  }

  @Test
  void aFrozenSensorKeepsItsValueWithFreshStamps() {
    RecordedEpisode episode =
        bench.demonstration(
            fault("sensor_dropout", "at_s: 1, duration_s: 0.5, topics: [wrench], mode: frozen"));
    FloatMatrix wrench = episode.trajectories().get(0).channel(Channels.WRENCH);
    assertThat(wrench.row(25)).isEqualTo(wrench.row(22));
    assertThat(wrench.row(32)).isNotEqualTo(wrench.row(25));
  }

  @Test
  void notANumberIsHeldBackFromTheLogAndStopsTheArm() {
    Seen seen =
        bench.lockstep(
            fault("sensor_dropout", "at_s: 1, duration_s: 0.3, topics: [wrench], mode: nan"));
    assertThat(seen.report().fault()).contains(Fault.NON_FINITE_OBSERVATION);
    assertThat(topic(seen.episode(), "wrench").nonFinite()).isGreaterThan(20);
    assertThat(seen.isFinite()).isTrue();
  }

  @Test
  void lostPacketsAreCountedAndTheSameSeedLosesTheSame() {
    String loss = fault("packet_loss", "at_s: 0, duration_s: 60, topics: [pose], share: 0.3");
    RecordedEpisode one = bench.demonstration(loss);
    RecordedEpisode two = bench.demonstration(loss);
    assertThat(topic(one, "pose").measuredHz()).isBetween(60.0, 80.0);
    assertThat(topic(one, "pose").samples()).isEqualTo(topic(two, "pose").samples());
    Trajectory t = one.trajectories().get(0);
    assertThat(t.channel(Channels.STATE).isFinite()).isTrue();
    assertThat(t.channel(Channels.STATE))
        .isEqualTo(two.trajectories().get(0).channel(Channels.STATE));
  }

  @Test
  void lostCommandsLeaveTheEquilibriumWhereItWas() {
    Seen seen =
        bench.lockstep(
            fault("packet_loss", "at_s: 1, duration_s: 60, topics: [command], share: 1"));
    assertThat(seen.report().fault()).isEmpty(); // the sender cannot know
    assertThat(seen.episode().outcome()).isEqualTo("time_limit");
    assertThat(seen.moved(40, 59)).isLessThan(0.001);
  }

  @Test
  void latencyAndJitterShiftTheAnswersAndRepeatToTheBit() {
    Seen plain = bench.lockstep("[]");
    for (String late :
        List.of(
            fault("latency", "at_s: 0, duration_s: 60, topics: [pose, wrench], delay_s: 0.08"),
            fault("jitter", "at_s: 0, duration_s: 60, topics: [wrench], max_delay_s: 0.12"))) {
      Seen one = bench.lockstep(late);
      Seen two = bench.lockstep(late);
      FloatMatrix state = one.first().channel(Channels.STATE);
      assertThat(state).isEqualTo(two.first().channel(Channels.STATE));
      assertThat(one.report().faults()).isEmpty();
      assertThat(state).isNotEqualTo(plain.first().channel(Channels.STATE));
      assertThat(one.isFinite()).isTrue();
    }
  }

  @Test
  void aClockThatJumpsAheadSplitsTheRecordingAndStopsTheLoop() {
    Seen seen = bench.lockstep(fault("clock_jump", "at_s: 1, jump_s: 2"));
    assertThat(seen.report().fault()).contains(Fault.STALE_OBSERVATION);
    assertThat(seen.episode().trajectories()).hasSize(2);
    assertThat(seen.first().info().attributes().get("split_reason")).contains("gap of 2.01");
  }

  @Test
  void aClockThatIsSetBackIsToldByNameAndNothingOverlaps() {
    Seen seen = bench.lockstep(fault("clock_jump", "at_s: 1, jump_s: -0.5"));
    assertThat(seen.report().fault()).contains(Fault.CLOCK_JUMP);
    RecordedEpisode demo = bench.demonstration(fault("clock_jump", "at_s: 1, jump_s: -0.5"));
    assertThat(demo.trajectories()).hasSize(2);
    Trajectory first = demo.trajectories().get(0);
    Trajectory second = demo.trajectories().get(1);
    assertThat(first.info().attributes().get("split_reason")).contains("the clock was set back");
    assertThat(second.stampNanos(0)).isGreaterThan(first.stampNanos(first.length() - 1));
  }

  @Test
  void aStuckJointStandsAndIsToldOnlyIfTheDriveNotices() {
    String stuck = "at_s: 1, duration_s: 60, joint: x, reported: ";
    Seen silent = bench.lockstep(fault("stuck_joint", stuck + "false"));
    assertThat(silent.report().fault()).isEmpty();
    assertThat(silent.episode().outcome()).isEqualTo("time_limit");
    FloatMatrix state = silent.first().channel(Channels.STATE);
    assertThat(state.get(55, 0)).isEqualTo(state.get(21, 0));
    Seen told = bench.lockstep(fault("stuck_joint", stuck + "true"));
    assertThat(told.report().fault()).contains(Fault.ROBOT);
  }

  @Test
  void aFaultIsTriggeredInARunningEpisode() {
    bench.plan("[]");
    bench
        .bridge
        .parameters()
        .set(
            "/peeling_cell/trigger",
            List.of(
                Map.of(
                    "kind",
                    "force_spike",
                    "at_s",
                    0.5,
                    "duration_s",
                    0.1,
                    "fx_n",
                    0.0,
                    "fy_n",
                    90.0,
                    "fz_n",
                    0.0)));
    AtomicReference<RunReport> report = new AtomicReference<>();
    EpisodeDriver driver =
        start -> {
          assertThat(trigger().success()).isTrue();
          EpisodeDriver.lockstep(bench.arm, bench.loop(), 1, report::set).drive(start);
        };
    bench.session.record(FaultBench.request(true, 0), driver);
    assertThat(Objects.requireNonNull(report.get()).fault()).contains(Fault.FORCE_LIMIT);
    assertThat(trigger().message()).contains("no episode is running");
  }

  private org.strop.bridge.ros.TriggerResult trigger() {
    return bench.bridge.callTrigger("/peeling_cell/trigger_fault", Duration.ofSeconds(5));
  }

  @Test
  void whatNobodyCanDoIsRefusedByName() {
    assertThatThrownBy(() -> bench.lockstep(fault("gremlin", "at_s: 1")))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("force_spike");
    assertThatThrownBy(
            () ->
                bench.lockstep(
                    fault("stuck_joint", "at_s: 1, duration_s: 1, joint: elbow, reported: true")))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("elbow")
        .hasMessageContaining("pitch");
  }
}
