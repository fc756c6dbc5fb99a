package org.strop.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.strop.bridge.control.RunReport.Outcome;
import org.strop.bridge.control.fake.FakeRobot;
import org.strop.bridge.control.fake.ScriptedPolicy;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.configs.StropException;

class RunLoopTest {
  private static final long STEP = ScriptedPolicy.STEP_NANOS;
  private static final long START = 7_000_000_000L;
  private static final LoopConfig CONFIG = new LoopConfig(1, 1.0, 1.0);

  private final FakeRobot robot = new FakeRobot();

  private RunLoop loop(Policy policy) {
    return new RunLoop(robot, policy, Poses.limits(), CONFIG);
  }

  /** A watch that goes by itself; the robot's clock goes with it. */
  private final class Virtual implements Ticker {
    private long now = START;
    private final LongConsumer hook;

    Virtual(LongConsumer hook) {
      this.hook = hook;
    }

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void awaitUntil(long deadline) {
      now = Math.max(now, deadline);
      robot.advanceTo(now);
      hook.accept((now - START) / STEP);
    }
  }

  @Test
  void lockstepSendsOneCommandForEachTickStampedWithIt() {
    ScriptedPolicy policy = new ScriptedPolicy(ScriptedPolicy::creep);
    robot.endAt(START + 19 * STEP);
    RunReport report = loop(policy).runLockstep(START, 3);
    assertThat(report.outcome()).isEqualTo(Outcome.ENDED);
    assertThat(report.ticks()).isEqualTo(20);
    assertThat(report.fault()).isEmpty();
    assertThat(report.measuredHz()).isCloseTo(20, within(1e-9));
    for (int k = 0; k < 20; k++) {
      assertThat(robot.commands().get(k).stampNanos()).isEqualTo(START + k * STEP);
      assertThat(robot.commands().get(k).pose()[0]).isCloseTo(0.001 * (k + 1), within(1e-6));
    }
  }

  @Test
  void horizonRecedesByTheActionStepsAndSeedsAreThoseOfTheEpisode() {
    ScriptedPolicy policy = new ScriptedPolicy(ScriptedPolicy::creep);
    robot.endAt(START + 11 * STEP);
    loop(policy).runLockstep(START, 99);
    List<ObservationWindow> asked = policy.asked();
    assertThat(asked).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(asked.get(i).stampNanos()).isEqualTo(START + 4L * i * STEP);
      assertThat(asked.get(i).seed()).isEqualTo(DecisionSeed.of(99, i));
    }
  }

  @Test
  void policyThatThrowsLeadsToAHoldThatAPersonEnds() {
    AtomicInteger calls = new AtomicInteger();
    ScriptedPolicy policy =
        new ScriptedPolicy(
            window -> {
              if (calls.getAndIncrement() == 1) {
                throw new IllegalStateException("out of memory");
              }
              return ScriptedPolicy.creep(window);
            });
    robot.endAt(START + 9 * STEP);
    RunLoop loop = loop(policy);
    RunReport report = loop.runLockstep(START, 1);
    assertThat(report.fault()).contains(Fault.POLICY_FAILED);
    assertThat(report.heldTicks()).isEqualTo(6);
    assertThat(robot.commands()).hasSize(10); // it goes on commanding the hold
    assertThat(robot.last().pose()[0]).isCloseTo(0.004, within(1e-6));
    loop.clearFault();
    robot.endAt(START + 15 * STEP);
    assertThat(loop.runLockstep(START + 10 * STEP, 1).fault()).isEmpty();
    assertThat(robot.last().pose()[0]).isCloseTo(0.010, within(1e-6));
  }

  @Test
  void malformedAndNonFiniteChunksLatchInsteadOfMoving() {
    ScriptedPolicy narrow =
        new ScriptedPolicy(
            w -> new ActionChunk(w.stampNanos(), STEP, FloatMatrix.of(1, 3, new float[3])));
    robot.endAt(START + 3 * STEP);
    assertThat(loop(narrow).runLockstep(START, 1).fault()).contains(Fault.POLICY_FAILED);
    float[] nan = {Float.NaN, 0, 0, 0, 0, 0, 1};
    ScriptedPolicy broken =
        new ScriptedPolicy(w -> new ActionChunk(w.stampNanos(), STEP, FloatMatrix.of(1, 7, nan)));
    assertThat(loop(broken).runLockstep(START + 3 * STEP, 1).fault())
        .contains(Fault.NON_FINITE_COMMAND);
    assertThat(robot.last().pose()).containsExactly(0, 0, 0.1, 0, 0, 0, 1);
  }

  @Test
  void robotThatStopsAnsweringEndsALockstepRun() {
    robot.advanceTo(START);
    robot.silent(true);
    RunReport report = loop(new ScriptedPolicy(ScriptedPolicy::creep)).runLockstep(START, 1);
    assertThat(report.outcome()).isEqualTo(Outcome.NO_OBSERVATION);
    assertThat(report.ticks()).isEqualTo(1);
    assertThat(report.fault()).contains(Fault.STALE_OBSERVATION);
  }

  @Test
  void nothingIsSentFromOutsideTheWorkspace() {
    robot.x(3);
    robot.endAt(START + 3 * STEP);
    RunReport report = loop(new ScriptedPolicy(ScriptedPolicy::creep)).runLockstep(START, 1);
    assertThat(report.fault()).contains(Fault.OUTSIDE_WORKSPACE);
    assertThat(robot.commands()).isEmpty();
  }

  @Test
  void policyOfAnUnknownChannelIsRefusedAtStartUp() {
    ChannelSpec image = new ChannelSpec("observation.images.wrist", List.of("v"), List.of("1"), "");
    Policy seeing =
        new Policy() {
          @Override
          public PolicySpec spec() {
            return new PolicySpec("seeing", List.of(image), Channels.ACTION, 1, 1, 20);
          }

          @Override
          public List<ActionChunk> act(List<ObservationWindow> windows) {
            return List.of();
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> loop(seeing))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("observation.images.wrist");
  }

  private RunReport realTime(Policy policy, LongConsumer hook, long ticks) {
    RunLoop[] loop = new RunLoop[1];
    Virtual watch =
        new Virtual(
            k -> {
              hook.accept(k);
              if (k >= ticks) {
                loop[0].stop();
              }
            });
    loop[0] = new RunLoop(robot, policy, Poses.limits(), CONFIG, watch);
    robot.advanceTo(START);
    return loop[0].runRealTime(1);
  }

  /** Never answers in real time: the background thread waits for ever. */
  private static ActionChunk never(ObservationWindow window) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ScriptedPolicy.creep(window);
  }

  @Test
  void silentRobotIsHeldWithinTheObservationAge() {
    RunReport report =
        realTime(new ScriptedPolicy(RunLoopTest::never), k -> robot.silent(k >= 5), 10);
    assertThat(report.fault()).contains(Fault.STALE_OBSERVATION);
    assertThat(report.ticks()).isEqualTo(11);
    assertThat(report.heldTicks())
        .isEqualTo(3); // measured last at tick 5; 0.1 s on is tick 7; 8, 9, 10
  }

  @Test
  void robotThatDiesWithItsClockIsHeldToo() {
    RunReport report =
        realTime(
            new ScriptedPolicy(RunLoopTest::never),
            k -> {
              if (k == 5) {
                robot.dead();
              }
            },
            10);
    assertThat(report.fault()).contains(Fault.STALE_OBSERVATION);
  }

  @Test
  void policyThatNeverAnswersIsGivenUpAfterTheStartTimeout() {
    RunReport report = realTime(new ScriptedPolicy(RunLoopTest::never), k -> {}, 30);
    assertThat(report.fault()).contains(Fault.STALE_COMMAND);
    assertThat(report.heldTicks()).isEqualTo(10); // 1 s is tick 20; 21 to 30
    assertThat(robot.last().pose()).containsExactly(0, 0, 0.1, 0, 0, 0, 1);
  }

  @Test
  void faultOfTheRobotIsLatchedEvenIfItGoesAwayByItself() {
    RunReport report =
        realTime(
            new ScriptedPolicy(RunLoopTest::never),
            k -> robot.report(k == 3 ? Optional.of(Fault.ROBOT) : Optional.empty()),
            6);
    assertThat(report.fault()).contains(Fault.ROBOT);
    assertThat(report.heldTicks()).isEqualTo(4);
  }

  @Test
  void ticksThatWereOverrunAreCountedAndLeftOut() {
    Virtual[] watch = new Virtual[1];
    RunLoop[] loop = new RunLoop[1];
    watch[0] =
        new Virtual(
            k -> {
              if (k == 3) {
                watch[0].now += 2 * STEP + STEP / 2; // a pause of the machine
                robot.advanceTo(watch[0].now);
              }
              if (k >= 10) {
                loop[0].stop();
              }
            });
    robot.advanceTo(START);
    loop[0] =
        new RunLoop(
            robot, new ScriptedPolicy(RunLoopTest::never), Poses.limits(), CONFIG, watch[0]);
    RunReport report = loop[0].runRealTime(1);
    assertThat(report.missedDeadlines()).isEqualTo(2);
    assertThat(report.worstLatenessNanos()).isEqualTo(2 * STEP + STEP / 2);
    assertThat(report.ticks()).isEqualTo(9);
  }

  @Test
  void realLoopRunsAtItsRateOnItsOwnThread() throws InterruptedException {
    ScriptedPolicy policy = new ScriptedPolicy(ScriptedPolicy::creep);
    RunLoop[] loop = new RunLoop[1];
    AtomicInteger ticks = new AtomicInteger();
    Ticker system = Ticker.system();
    Ticker counting =
        new Ticker() {
          @Override
          public long nanos() {
            return system.nanos();
          }

          @Override
          public void awaitUntil(long deadline) {
            system.awaitUntil(deadline);
            robot.advanceTo(system.nanos());
            if (ticks.incrementAndGet() == 12) {
              loop[0].stop();
            }
          }
        };
    robot.advanceTo(system.nanos());
    SafetyLimits usual = Poses.limits();
    SafetyLimits patient = // a loaded build machine is not what is tested
        new SafetyLimits(usual.workspace(), 0.25, 1.5, 0.02, 0.2, 30, 50, 10, 10);
    loop[0] = new RunLoop(robot, policy, patient, new LoopConfig(1, 10, 10), counting);
    RunReport[] report = new RunReport[1];
    Thread thread = loop[0].startRealTime(1, r -> report[0] = r);
    thread.join(10_000);
    assertThat(report[0].outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(report[0].fault()).isEmpty();
    assertThat(report[0].ticks()).isEqualTo(12);
    assertThat(robot.last().pose()[0]).isGreaterThan(0);
  }
}
