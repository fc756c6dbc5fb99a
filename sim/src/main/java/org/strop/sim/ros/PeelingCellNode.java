package org.strop.sim.ros;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.fault.FaultConfig;
import org.strop.sim.task.TaskConfig;

/**
 * The peeling cell as a ROS node; topics, parameters and services are listed in the module's
 * README.
 *
 * <pre>{@code
 * RosNode ros = Ros1Node.connect(master, "/peeling_cell");
 * try (PeelingCellNode cell = new PeelingCellNode(ros, task, Duration.ofSeconds(10))) {
 *   cell.run(); // until close() or until the master is gone
 * }
 * }</pre>
 *
 * <p>{@code reset} builds the instance that the parameters ask for and answers with the episode's
 * id; {@code start} starts it and answers at once; the topic {@code episode} tells start and end.
 * An episode n starts at a later stamp than the end of the one before; nothing else depends on
 * stamps. Owns the node: closing closes it.
 */
public final class PeelingCellNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeelingCellNode.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final int MISSED_BEATS = 3;
  private static final long FIRST_STAMP = 1_000_000_000L;
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final RosNode node;
  private final TaskConfig task;
  private final Duration patience;
  private final CellTopics topics;
  private final CommandInbox inbox = new CommandInbox();
  private final Map<Long, Integer> resets = new HashMap<>();
  private final BlockingQueue<CellEpisode> toRun = new LinkedBlockingQueue<>();
  private final Thread worker = new Thread(this::work, "strop-peeling-cell");
  private @Nullable CellEpisode ready;
  private @Nullable CellEpisode running;
  private boolean busy;
  private boolean closed;
  private long nextStart = FIRST_STAMP;

  /**
   * Advertises everything and begins to serve.
   *
   * @param node owned by this object from now on
   * @param patience wall time to wait for an outside command before the episode is ended as {@code
   *     lost_controller}
   * @throws StropException if the master does not answer
   */
  @SuppressWarnings("ThisEscapedInObjectConstruction") // handlers see a whole object: last lines
  public PeelingCellNode(RosNode node, TaskConfig task, Duration patience) {
    this.node = node;
    this.task = task;
    this.patience = patience;
    CellRequest.setDefaults(node.parameters());
    topics = new CellTopics(node);
    worker.setDaemon(true);
    worker.start();
    node.subscribe(
        CellTopics.COMMAND, PoseStamped.class, SubscriberOptions.usual(), (m, at) -> inbox.add(m));
    node.offerTrigger(CellRequest.NAMESPACE + "/reset", caller -> answer(this::reset));
    node.offerTrigger(CellRequest.NAMESPACE + "/start", caller -> answer(this::start));
    node.offerTrigger(CellRequest.NAMESPACE + "/tare", caller -> answer(this::tare));
    node.offerTrigger(
        CellRequest.NAMESPACE + "/trigger_fault", caller -> answer(this::triggerFault));
  }

  private interface Request {
    String handle();
  }

  private static TriggerResult answer(Request request) {
    try {
      return new TriggerResult(true, request.handle());
    } catch (StropException e) {
      LOG.warn("refused: {}", e.what());
      return new TriggerResult(false, e.what() + "; " + e.fix());
    }
  }

  private synchronized String reset() {
    if (busy) {
      throw refused("an episode is running", "wait for its end");
    }
    CellRequest request = CellRequest.read(node.parameters());
    int n = resets.merge(request.seed(), 1, Integer::sum);
    String id = "peel-" + request.seed() + (n == 1 ? "" : "-" + n);
    ready = new CellEpisode(id, task, request);
    node.parameters()
        .set(CellRequest.NAMESPACE + "/workpiece", values(ready.cell().produce().workpiece()));
    return id;
  }

  private synchronized String start() {
    CellEpisode episode = ready;
    if (episode == null || busy) {
      throw refused(busy ? "an episode is running" : "nothing is set up", "call reset first");
    }
    ready = null;
    busy = true;
    running = episode;
    inbox.clear();
    toRun.add(episode);
    return episode.id();
  }

  /** Makes the wrist sensor's present reading its zero, in the episode that runs or is set up. */
  private synchronized String tare() {
    CellEpisode episode = running != null ? running : ready;
    if (episode == null) {
      throw refused("nothing is set up", "call reset first");
    }
    episode.cell().tare();
    return episode.id();
  }

  /** Lets the faults of the parameter {@code trigger} happen now, in the running episode. */
  private synchronized String triggerFault() {
    CellEpisode episode = running;
    if (episode == null) {
      throw refused("no episode is running", "start one, or set the parameter faults before reset");
    }
    List<FaultConfig> now = CellRequest.trigger(node.parameters());
    episode.trigger(now);
    LOG.info("episode {}: triggered {}", episode.id(), now);
    return now.size() + " faults from the next tick on";
  }

  private static StropException refused(String what, String fix) {
    return new StropException(ErrorCode.USAGE, what, "services of " + CellRequest.NAMESPACE, fix);
  }

  private static Map<String, Object> values(Workpiece piece) {
    FloatMatrix profile = piece.profile();
    List<List<Double>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int r = 0; r < profile.rows(); r++) {
      for (int c = 0; c < 3; c++) {
        columns.get(c).add((double) profile.get(r, c));
      }
    }
    return Map.of(
        "kind", piece.kind(),
        "x", columns.get(0),
        "z", columns.get(1),
        "radius", columns.get(2),
        "skin_thickness_m", piece.skinThicknessM());
  }

  private void work() {
    try {
      while (true) {
        CellEpisode episode = toRun.take();
        long end = episode.run(topics, inbox, nextStart, patience);
        finish(end);
        LOG.info("episode {} ended", episode.id());
      }
    } catch (InterruptedException e) {
      LOG.debug("the cell stops");
    } catch (RuntimeException e) { // thread edge: the node cannot go on
      LOG.error("the cell failed", e);
      close();
    }
  }

  private synchronized void finish(long endStamp) {
    nextStart = endStamp + PAUSE_NANOS;
    busy = false;
    running = null;
  }

  /**
   * Serves until {@link #close}, or until the master does not answer any more.
   *
   * @throws StropException with {@link ErrorCode#UNREACHABLE} when the master is gone
   */
  public void run() throws InterruptedException {
    int missed = 0;
    while (!awaitClosed()) {
      try {
        node.parameters().get("/use_sim_time");
        missed = 0;
      } catch (StropException e) {
        missed++;
        if (missed == MISSED_BEATS) {
          close();
          throw new StropException(
              ErrorCode.UNREACHABLE,
              "the ROS master is gone; the simulator stops",
              e.where(),
              "start the master, then the simulator",
              e);
        }
      }
    }
  }

  /** Waits one heartbeat; returns whether the node is closed. */
  private synchronized boolean awaitClosed() throws InterruptedException {
    long deadline = System.nanoTime() + HEARTBEAT.toNanos();
    for (long left = HEARTBEAT.toNanos();
        left > 0 && !closed;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return closed;
  }

  /** Stops the running episode without an end message, and leaves the graph. Idempotent. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      notifyAll();
    }
    worker.interrupt();
    node.close();
  }
}
