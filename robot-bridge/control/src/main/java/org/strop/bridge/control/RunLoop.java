package org.strop.bridge.control;

import java.time.Duration;
import java.util.Optional;
import org.strop.bridge.control.RunReport.Outcome;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;

/**
 * Runs a chunked policy on an arm, at the policy's rate, behind the safety filter.
 *
 * <p>Every tick: take the newest observation, ask the policy for a chunk when the current one is
 * used up, execute the action that is for now, limit it, send it. Silence of observations or of
 * actions, a policy that fails, and everything that the filter finds lead to a hold and a latched
 * fault; {@link #clearFault} is for a person. Nothing throws while the loop turns.
 *
 * <ul>
 *   <li><b>Lockstep</b>: simulated time. One command for each tick, computed before time goes on;
 *       the same seeds give the same commands.
 *   <li><b>Real time</b>: a loop at the policy's rate by the machine's clock; the policy computes
 *       on a thread of its own, and what comes late is dropped.
 * </ul>
 *
 * <p>One run at a time; {@link #stop}, {@link #fault} and {@link #clearFault} from any thread. Owns
 * neither robot nor policy.
 */
public final class RunLoop {
  private final RobotPort robot;
  private final Policy policy;
  private final PolicySpec spec;
  private final SafetyLimits limits;
  private final LoopConfig config;
  private final Ticker ticker;
  private final FaultLatch latch = new FaultLatch();
  private final long stepNanos;
  private volatile boolean stopped;

  /**
   * Creates a loop that does not turn yet.
   *
   * @throws org.strop.configs.StropException if the policy reads a channel that an arm does not
   *     observe
   * @throws IllegalArgumentException if a limit is not usable, or actions are not poses
   */
  public RunLoop(RobotPort robot, Policy policy, SafetyLimits limits, LoopConfig config) {
    this(robot, policy, limits, config, Ticker.system());
  }

  RunLoop(RobotPort robot, Policy policy, SafetyLimits limits, LoopConfig config, Ticker ticker) {
    this.robot = robot;
    this.policy = policy;
    this.spec = policy.spec();
    this.limits = limits;
    this.config = config;
    this.ticker = ticker;
    stepNanos = Math.round(1e9 / spec.rateHz());
    new ObservationHistory(spec);
    new SafetyFilter(limits, latch);
    if (spec.action().width() != 7) {
      throw new IllegalArgumentException(
          "policy " + spec.name() + ": expected 7 action values, found " + spec.action().width());
    }
  }

  /**
   * Runs one episode in step with simulated time, in the caller's thread.
   *
   * @param startNanos stamp of the episode's first tick
   * @param episodeSeed seed of the policy's decisions, see {@link DecisionSeed}
   */
  public RunReport runLockstep(long startNanos, long episodeSeed) {
    stopped = false;
    SafetyFilter filter = new SafetyFilter(limits, latch);
    Duration timeout = Duration.ofNanos(Math.round(1e9 * config.lockstepTimeoutS()));
    long observationMaxAgeNanos = Math.round(1e9 * limits.observationMaxAgeS());
    Observation seen = new Observation();
    long lastStamp = startNanos - stepNanos;
    try (ChunkSource source = new DirectChunks(policy)) {
      ControlStep step =
          new ControlStep(robot, source, spec, filter, limits, config, 0, episodeSeed);
      Outcome outcome = Outcome.STOPPED;
      while (!stopped) {
        if (!robot.await(lastStamp + stepNanos, timeout, seen)) {
          outcome = ended();
          break;
        }
        if (seen.stampNanos - lastStamp > stepNanos + observationMaxAgeNanos) {
          latch.raise(Fault.STALE_OBSERVATION); // a watch would have noticed the silence
        }
        step.tick(seen, seen.stampNanos, seen.stampNanos, (seen.stampNanos - lastStamp) * 1e-9);
        lastStamp = seen.stampNanos;
      }
      return report(outcome, step, filter, 0, 0, lastStamp - startNanos);
    }
  }

  /**
   * Runs in real time, in the caller's thread, until the robot's episode ends or {@link #stop}.
   *
   * @param episodeSeed seed of the policy's decisions, see {@link DecisionSeed}
   */
  public RunReport runRealTime(long episodeSeed) {
    stopped = false;
    SafetyFilter filter = new SafetyFilter(limits, latch);
    Observation seen = new Observation();
    try (ChunkSource source = BackgroundChunks.start(policy)) {
      ControlStep step =
          new ControlStep(
              robot, source, spec, filter, limits, config, config.requestAheadSteps(), episodeSeed);
      Duration timeout = Duration.ofNanos(Math.round(1e9 * config.startTimeoutS()));
      if (!robot.await(Long.MIN_VALUE, timeout, seen)) {
        return report(ended(), step, filter, 0, 0, 0);
      }
      return new RealTime(step, filter, seen).turn();
    }
  }

  private Outcome ended() {
    robot.fault().ifPresent(latch::raise);
    if (robot.isOver()) {
      return Outcome.ENDED;
    }
    latch.raise(Fault.STALE_OBSERVATION);
    return Outcome.NO_OBSERVATION;
  }

  /**
   * Starts {@link #runRealTime} on a thread of its own, of highest priority.
   *
   * @param done gets the report when it ends, on that thread
   */
  @SuppressWarnings("ThreadPriorityCheck") // a control loop goes before everything else
  public Thread startRealTime(long episodeSeed, java.util.function.Consumer<RunReport> done) {
    Thread thread = new Thread(() -> done.accept(runRealTime(episodeSeed)), "strop-run-loop");
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.start();
    return thread;
  }

  /** Ends the run after the tick that it is in. The arm's own watchdog holds it then. */
  public void stop() {
    stopped = true;
  }

  /** Returns the first fault since the last {@link #clearFault}, if any. */
  public Optional<Fault> fault() {
    return latch.first();
  }

  /** Releases the arm; for a person, after the cause is mended. */
  public void clearFault() {
    latch.clear();
  }

  private RunReport report(
      Outcome outcome,
      ControlStep step,
      SafetyFilter filter,
      long missed,
      long worstLatenessNanos,
      long spanNanos) {
    return new RunReport(
        outcome,
        step.ticks(),
        step.decisions(),
        step.heldTicks(),
        filter.limitedSteps(),
        step.lateChunks(),
        step.outdatedChunks(),
        missed,
        worstLatenessNanos,
        spanNanos <= 0 ? 0 : (step.ticks() - 1) * 1e9 / spanNanos,
        latch.first(),
        latch.seen());
  }

  /** The loop by the watch. A late tick is run at once; ticks that it overran are left out. */
  private final class RealTime {
    private final ControlStep step;
    private final SafetyFilter filter;
    private final Observation seen;
    private long missed;
    private long worst;

    RealTime(ControlStep step, SafetyFilter filter, Observation seen) {
      this.step = step;
      this.filter = filter;
      this.seen = seen;
    }

    RunReport turn() {
      long first = ticker.nanos();
      long last = first - stepNanos;
      long due = first;
      boolean over = false;
      while (!over && !stopped && !Thread.currentThread().isInterrupted()) {
        ticker.awaitUntil(due);
        long watch = ticker.nanos();
        robot.latest(seen);
        step.tick(seen, robot.nowNanos(), watch, (watch - last) * 1e-9);
        last = watch;
        due = next(due, watch);
        over = robot.isOver();
      }
      Outcome outcome = over ? Outcome.ENDED : Outcome.STOPPED;
      return report(outcome, step, filter, missed, worst, last - first);
    }

    private long next(long due, long watch) {
      long late = watch - due;
      worst = Math.max(worst, late);
      long overrun = late / stepNanos;
      missed += overrun;
      return due + (overrun + 1) * stepNanos;
    }
  }
}
