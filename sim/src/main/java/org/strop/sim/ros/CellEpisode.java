package org.strop.sim.ros;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.demo.Demonstrator;
import org.strop.sim.fault.FaultConfig;
import org.strop.sim.fault.FaultSchedule;
import org.strop.sim.task.TaskConfig;

/**
 * One episode over topics. A tick: publish the sample, take or wait for the command that answers
 * it, compute and publish the samples up to the next tick.
 */
final class CellEpisode {
  /** The outcome when commands stop coming. */
  static final String LOST_CONTROLLER = "lost_controller";

  private final String id;
  private final CellRequest request;
  private final PeelingCell cell;
  private final Demonstrator person;
  private final float[] state = new float[7];
  private final float[] wrench = new float[6];
  private final float[] cut = new float[4];
  private final float[] action = new float[7];
  private final FaultSchedule faults;
  private final FaultyWire wire;
  private final Deque<Due> commands = new ArrayDeque<>();
  private long lastCommandTick;
  private long answeredTick = -1;
  private boolean reported;

  /** A command on its way to the arm. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Due(long nanos, float[] pose) {}

  CellEpisode(String id, TaskConfig task, CellRequest request) {
    this.id = id;
    this.request = request;
    cell = new PeelingCell(task, request.produce(), request.seed());
    person = new Demonstrator(cell, request.seed());
    List<FaultConfig> planned = request.faults().or(task::faults).orElse(List.of());
    requireJoints(planned);
    faults = new FaultSchedule(planned, request.seed());
    wire = new FaultyWire(faults, request.lockstep(), task.tickNanos());
  }

  private void requireJoints(List<FaultConfig> all) {
    for (FaultConfig fault : all) {
      if (fault instanceof FaultConfig.StuckJoint stuck
          && !cell.jointNames().contains(stuck.joint())) {
        throw new StropException(
            ErrorCode.CONFIG,
            "joint " + stuck.joint() + " cannot get stuck: there is none of that name",
            "faults of episode " + id,
            "name one of " + cell.jointNames());
      }
    }
  }

  /**
   * Lets faults happen from the next policy tick on. Thread-safe.
   *
   * @throws StropException if one names a joint that the arm lacks
   */
  void trigger(List<FaultConfig> now) {
    requireJoints(now);
    faults.trigger(now);
  }

  String id() {
    return id;
  }

  PeelingCell cell() {
    return cell;
  }

  /**
   * Runs to the end and publishes everything.
   *
   * @param startNanos stamp of the first tick
   * @param patience how long to wait for an outside command, wall time
   * @return the stamp of the last tick
   */
  long run(CellTopics topics, CommandInbox inbox, long startNanos, Duration patience)
      throws InterruptedException {
    long tickNanos = cell.task().tickNanos();
    long sampleNanos = 1_000_000_000L / cell.task().sensorRateHz();
    topics.fault(false);
    topics.episode("start " + id + " " + startNanos);
    faults.advance(0);
    publish(topics, startNanos, 0);
    Pace pace = null;
    boolean lost = false;
    long since = 0;
    while (!cell.finished()) {
      if (!commanded(topics, inbox, startNanos, since, patience)) {
        lost = true;
        break;
      }
      pace = pace == null ? new Pace(request.speed()) : pace; // time runs from the first command
      for (long s = since + sampleNanos; s <= since + tickNanos; s += sampleNanos) {
        brake(topics, s);
        cell.advanceSample();
        pace.await(s);
        publish(topics, startNanos, s);
      }
      since += tickNanos;
      faults.advance(since);
    }
    wire.flush();
    String outcome = lost ? LOST_CONTROLLER : cell.outcome().name().toLowerCase(Locale.ROOT);
    long end = stamp(startNanos, since);
    topics.episode("end " + id + " " + end + " " + outcome);
    return Math.max(end, startNanos + since);
  }

  /** Returns what the robot's clock says at a time. */
  private long stamp(long startNanos, long since) {
    return startNanos + since + faults.clockOffsetNanos(since);
  }

  private void publish(CellTopics topics, long startNanos, long since) {
    wire.advance(since);
    topics.sample(cell, stamp(startNanos, since), wire);
  }

  private void brake(CellTopics topics, long since) {
    if (faults.isEmpty()) {
      return;
    }
    for (int i = 0; i < cell.jointNames().size(); i++) {
      cell.brake(i, faults.isStuck(cell.jointNames().get(i), since));
    }
    if (faults.isReported(since) != reported) {
      reported = !reported;
      topics.fault(reported);
    }
  }

  /** Gives the cell the command of this tick; returns false when the controller is lost. */
  private boolean commanded(
      CellTopics topics, CommandInbox inbox, long startNanos, long since, Duration patience)
      throws InterruptedException {
    if (request.demonstrator()) {
      cell.observe(state, wrench, cut);
      person.act(state, wrench, action);
      topics.command(action, stamp(startNanos, since));
      take(action.clone(), since);
      return true;
    }
    boolean seen = wire.newestTick() > answeredTick;
    boolean wait = seen && (request.lockstep() || cell.tick() == 0);
    Optional<CommandInbox.Command> command =
        wait
            ? inbox.await(stamp(startNanos, wire.newestTick()), patience)
            : inbox.newest(request.lockstep() ? Long.MAX_VALUE : startNanos);
    answeredTick = wire.newestTick();
    command.ifPresent(c -> take(c.pose(), since));
    deliver(since);
    lastCommandTick = command.isPresent() ? cell.tick() : lastCommandTick;
    boolean silent = cell.tick() - lastCommandTick > cell.task().policyRateHz() / 2; // 0.5 s
    return command.isPresent() || !(wait || (silent && !request.lockstep()));
  }

  private void take(float[] pose, long since) {
    long due = wire.dueOfCommand();
    if (due >= 0) {
      commands.addLast(new Due(due, pose));
    }
    deliver(since);
  }

  /** Gives the cell the newest command that has arrived. */
  private void deliver(long since) {
    while (!commands.isEmpty() && commands.peekFirst().nanos <= since) {
      cell.command(commands.removeFirst().pose);
    }
  }
}
