package org.strop.sim.ros;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.demo.Demonstrator;
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
  private long lastCommandTick;

  CellEpisode(String id, TaskConfig task, CellRequest request) {
    this.id = id;
    this.request = request;
    cell = new PeelingCell(task, request.produce(), request.seed());
    person = new Demonstrator(cell, request.seed());
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
    topics.episode("start " + id + " " + startNanos);
    topics.sample(cell, startNanos);
    Pace pace = null;
    boolean lost = false;
    long stamp = startNanos;
    while (!cell.finished()) {
      if (!commanded(topics, inbox, startNanos, stamp, patience)) {
        lost = true;
        break;
      }
      pace = pace == null ? new Pace(request.speed()) : pace; // time runs from the first command
      for (long s = sampleNanos; s <= tickNanos; s += sampleNanos) {
        cell.advanceSample();
        pace.await(stamp + s - startNanos);
        topics.sample(cell, stamp + s);
      }
      stamp += tickNanos;
    }
    String outcome = lost ? LOST_CONTROLLER : cell.outcome().name().toLowerCase(Locale.ROOT);
    topics.episode("end " + id + " " + stamp + " " + outcome);
    return stamp;
  }

  /** Gives the cell the command of this tick; returns false when the controller is lost. */
  private boolean commanded(
      CellTopics topics, CommandInbox inbox, long startNanos, long stamp, Duration patience)
      throws InterruptedException {
    if (request.demonstrator()) {
      cell.observe(state, wrench, cut);
      person.act(state, wrench, action);
      topics.command(action, stamp);
      cell.command(action);
      return true;
    }
    boolean wait = request.lockstep() || cell.tick() == 0;
    Optional<CommandInbox.Command> command =
        wait ? inbox.await(stamp, patience) : inbox.newest(startNanos);
    command.ifPresent(c -> cell.command(c.pose()));
    lastCommandTick = command.isPresent() ? cell.tick() : lastCommandTick;
    boolean silent = cell.tick() - lastCommandTick > cell.task().policyRateHz() / 2; // 0.5 s
    return command.isPresent() || !(wait || silent);
  }
}
