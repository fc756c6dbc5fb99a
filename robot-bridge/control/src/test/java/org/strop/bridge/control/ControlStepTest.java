package org.strop.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.strop.bridge.control.fake.FakeRobot;
import org.strop.bridge.control.fake.ScriptedPolicy;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.ObservationWindow;

class ControlStepTest {
  private static final long STEP = ScriptedPolicy.STEP_NANOS;

  /** Answers when the test says so. */
  private static final class Scripted implements ChunkSource {
    private @Nullable ObservationWindow wanted;
    private @Nullable ActionChunk ready;
    private boolean busy;

    void answer() {
      ObservationWindow window = wanted;
      if (window != null) {
        ready = ScriptedPolicy.creep(window);
        wanted = null;
      }
    }

    @Override
    public boolean request(ObservationWindow window) {
      if (busy) {
        return false;
      }
      busy = true;
      wanted = window;
      return true;
    }

    @Override
    public @Nullable ActionChunk poll() {
      ActionChunk chunk = ready;
      ready = null;
      busy &= chunk == null;
      return chunk;
    }

    @Override
    public boolean takeFailure() {
      return false;
    }

    @Override
    public void close() {}
  }

  private final FakeRobot robot = new FakeRobot();
  private final Scripted source = new Scripted();
  private final FaultLatch latch = new FaultLatch();
  private final ControlStep step =
      new ControlStep(
          robot,
          source,
          new ScriptedPolicy(ScriptedPolicy::creep).spec(),
          new SafetyFilter(Poses.limits(), latch),
          Poses.limits(),
          new LoopConfig(1, 1.0, 1.0),
          1,
          5);
  private final Observation seen = new Observation();
  private long now;

  private void tick() {
    now += STEP;
    robot.advanceTo(now);
    robot.latest(seen);
    step.tick(seen, now, now, 0.05);
  }

  @Test
  void chunkThatComesTooLateIsDroppedNotExecuted() {
    tick();
    tick();
    tick();
    tick();
    tick(); // 4 ticks after the observation: all of its 4 actions lie in the past
    source.answer();
    tick();
    assertThat(step.lateChunks()).isEqualTo(1);
    assertThat(robot.last().pose()[0]).isZero();
  }

  @Test
  void nextChunkIsAskedForBeforeTheCurrentOneIsUsedUp() {
    for (int k = 0; k < 12; k++) {
      tick();
      source.answer();
    }
    assertThat(latch.isRaised()).isFalse();
    assertThat(robot.last().pose()[0]).isGreaterThan(0.006);
    assertThat(step.decisions()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void whenActionsStopTheLastIsKeptForAMomentThenTheArmHolds() {
    tick();
    source.answer();
    tick();
    tick();
    tick(); // actions 1, 2, 3: the chunk is used up
    double reached = robot.last().pose()[0];
    for (int k = 0; k < 4; k++) {
      tick();
      assertThat(latch.isRaised()).isFalse();
      assertThat(robot.last().pose()[0]).isCloseTo(reached, within(1e-9));
    }
    tick(); // 0.25 s without an action, 0.2 s are allowed
    assertThat(latch.first()).contains(Fault.STALE_COMMAND);
    source.answer();
    for (int k = 0; k < 5; k++) {
      tick();
      assertThat(robot.last().pose()[0]).isCloseTo(reached, within(1e-9));
    }
  }

  @Test
  void afterClearingOnlyChunksOfNewObservationsMoveTheArm() {
    tick();
    latch.raise(Fault.ROBOT);
    tick();
    source.answer(); // answers the observation from before the fault
    latch.clear();
    tick();
    assertThat(robot.last().pose()[0]).isZero();
    tick();
    source.answer();
    tick();
    assertThat(robot.last().pose()[0]).isGreaterThan(0);
  }

  @Test
  void ticksAllocateNothingUnlessAChunkIsAskedFor() {
    tick(); // asks; no answer comes, so no further request is made
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    RobotPort still = new StillRobot();
    ControlStep quiet =
        new ControlStep(
            still,
            new Silent(),
            new ScriptedPolicy(ScriptedPolicy::creep).spec(),
            new SafetyFilter(Poses.limits(), latch),
            Poses.limits(),
            new LoopConfig(1, 1.0, 1.0),
            1,
            5);
    long id = Thread.currentThread().getId();
    latch.raise(Fault.ROBOT); // holding: no requests
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getThreadAllocatedBytes(id);
      for (int k = 0; k < 5000; k++) {
        seen.stampNanos += STEP;
        quiet.tick(seen, seen.stampNanos, seen.stampNanos, 0.05);
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
    }
    assertThat(least).isLessThan(1000);
  }

  private static final class Silent implements ChunkSource {
    @Override
    public boolean request(ObservationWindow window) {
      return false;
    }

    @Override
    public @Nullable ActionChunk poll() {
      return null;
    }

    @Override
    public boolean takeFailure() {
      return false;
    }

    @Override
    public void close() {}
  }

  /** A robot that takes commands and keeps nothing. */
  private static final class StillRobot implements RobotPort {
    @Override
    public long nowNanos() {
      return 0;
    }

    @Override
    public boolean latest(Observation out) {
      return true;
    }

    @Override
    public boolean await(long stampNanos, java.time.Duration timeout, Observation out) {
      return true;
    }

    @Override
    public boolean send(long stampNanos, double[] pose) {
      return true;
    }

    @Override
    public java.util.Optional<Fault> fault() {
      return java.util.Optional.empty();
    }

    @Override
    public boolean isOver() {
      return false;
    }

    @Override
    public void close() {}
  }
}
