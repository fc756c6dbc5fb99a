package org.strop.bridge.control;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.PolicySpec;

/**
 * One tick of the run loop: from the newest observation to the command that is sent.
 *
 * <p>Two clocks: the robot's, in which stamps are, and a watch that never stops or jumps, by which
 * silence is measured. In lockstep both are simulated time. Never throws, never blocks; allocates
 * only when it asks for a chunk. Used by one thread.
 */
final class ControlStep {
  /** The robot's clock may run up to 20 times as fast as the watch at 20 Hz (ours). */
  private static final long CLOCK_JUMP_NANOS = 1_000_000_000L;

  private final RobotPort robot;
  private final ChunkSource source;
  private final SafetyFilter filter;
  private final FaultLatch latch;
  private final ChunkFollower follower;
  private final ObservationHistory history;
  private final long episodeSeed;
  private final int requestAheadSteps;
  private final long observationMaxAgeNanos;
  private final long commandMaxAgeNanos;
  private final long startTimeoutNanos;

  private final Observation observation = new Observation();
  private final double[] action = new double[7];
  private final double[] out = new double[7];
  private boolean started;
  private boolean acting;
  private long actionAtNanos;
  private long stampChangedAtNanos;
  private long ignoreUpToStamp = Long.MIN_VALUE;
  private long lastNowNanos;
  private long lastWatchNanos;
  private long decisions;
  private long ticks;
  private long heldTicks;

  ControlStep(
      RobotPort robot,
      ChunkSource source,
      PolicySpec spec,
      SafetyFilter filter,
      SafetyLimits limits,
      LoopConfig config,
      int requestAheadSteps,
      long episodeSeed) {
    this.robot = robot;
    this.source = source;
    this.filter = filter;
    this.latch = filter.latch();
    this.follower = new ChunkFollower(spec.actionSteps());
    this.history = new ObservationHistory(spec);
    this.episodeSeed = episodeSeed;
    this.requestAheadSteps = requestAheadSteps;
    observationMaxAgeNanos = Math.round(1e9 * limits.observationMaxAgeS());
    commandMaxAgeNanos = Math.round(1e9 * limits.commandMaxAgeS());
    startTimeoutNanos = Math.round(1e9 * config.startTimeoutS());
  }

  /**
   * Computes and sends one command.
   *
   * @param seen newest observation; not modified
   * @param nowNanos time of the robot's clock
   * @param watchNanos time of the watch
   * @param dtS time since the tick before, s
   */
  void tick(Observation seen, long nowNanos, long watchNanos, double dtS) {
    if (started && nowNanos - lastNowNanos > watchNanos - lastWatchNanos + CLOCK_JUMP_NANOS) {
      latch.raise(Fault.CLOCK_JUMP);
    }
    lastNowNanos = nowNanos;
    lastWatchNanos = watchNanos;
    note(seen, watchNanos);
    watchObservation(nowNanos, watchNanos);
    Optional<Fault> reported = robot.fault();
    if (reported.isPresent()) { // ifPresent(latch::raise) would allocate
      latch.raise(reported.get());
    }
    if (latch.isRaised()) {
      forgetActions(watchNanos);
    } else {
      fetch(nowNanos);
    }
    choose(nowNanos, watchNanos);
    if (filter.step(observation.pose, observation.wrench, action, dtS, out)) {
      robot.send(observation.stampNanos, out);
    }
    ticks++;
    heldTicks += latch.isRaised() ? 1 : 0;
  }

  private void note(Observation seen, long watchNanos) {
    if (!started) {
      started = true;
      actionAtNanos = watchNanos;
      stampChangedAtNanos = watchNanos;
    } else if (seen.stampNanos != observation.stampNanos) {
      stampChangedAtNanos = watchNanos;
    }
    observation.set(seen);
    history.add(observation);
  }

  /** By the robot's clock, and by the watch: a robot that died takes its clock with it. */
  private void watchObservation(long nowNanos, long watchNanos) {
    if (Math.abs(nowNanos - observation.stampNanos) > observationMaxAgeNanos
        || watchNanos - stampChangedAtNanos > observationMaxAgeNanos) {
      latch.raise(Fault.STALE_OBSERVATION);
    }
  }

  /** After a fault the loop starts again with a new chunk. */
  private void forgetActions(long watchNanos) {
    follower.clear();
    acting = false;
    actionAtNanos = watchNanos;
    ignoreUpToStamp = observation.stampNanos;
  }

  private void fetch(long nowNanos) {
    offer(source.poll(), nowNanos);
    if (follower.remaining(nowNanos) <= requestAheadSteps
        && source.request(history.window(DecisionSeed.of(episodeSeed, decisions)))) {
      decisions++;
      offer(source.poll(), nowNanos);
    }
    if (source.takeFailure()) {
      latch.raise(Fault.POLICY_FAILED);
    }
  }

  private void offer(@Nullable ActionChunk chunk, long nowNanos) {
    if (chunk == null || chunk.observationStampNanos() <= ignoreUpToStamp) {
      return;
    }
    if (follower.offer(chunk, nowNanos) == ChunkFollower.Verdict.MALFORMED) {
      latch.raise(Fault.POLICY_FAILED);
    }
  }

  private void choose(long nowNanos, long watchNanos) {
    if (!latch.isRaised() && follower.action(nowNanos, action)) {
      acting = true;
      actionAtNanos = watchNanos;
      return;
    }
    if (watchNanos - actionAtNanos > (acting ? commandMaxAgeNanos : startTimeoutNanos)) {
      latch.raise(Fault.STALE_COMMAND);
    }
    if (!acting || latch.isRaised()) {
      System.arraycopy(observation.pose, 0, action, 0, 7);
    }
  }

  long decisions() {
    return decisions;
  }

  long ticks() {
    return ticks;
  }

  long heldTicks() {
    return heldTicks;
  }

  long lateChunks() {
    return follower.lateChunks();
  }

  long outdatedChunks() {
    return follower.outdatedChunks();
  }
}
