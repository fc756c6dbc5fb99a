package org.strop.bridge.control.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.control.robot.EpisodeEvent;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Runs and records episodes in a cell that can be reset: the peeling cell, real or simulated.
 *
 * <p>Each {@link #record} sets the parameters, resets the cell, starts the episode, and returns
 * when its end was announced and every topic passed it. When the cell falls silent or goes away, it
 * throws {@link ErrorCode#UNREACHABLE}: which episode was lost, how many are safe, how to go on.
 * What came in until then is in the raw log, flushed. One thread at a time; does not own node or
 * sink.
 *
 * <pre>{@code
 * try (RecordingSession session = RecordingSession.open(node, robot, sink)) {
 *   for (long seed = 1; seed <= 50; seed++) {
 *     session.record(EpisodeRequest.demonstration(seed, "cucumber")).trajectories().forEach(dataset::add);
 *   }
 * }
 * }</pre>
 */
public final class RecordingSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingSession.class);

  private static final String START_AGAIN =
      "Read the log of the simulator or driver, start it again, then run the same command with"
          + " --resume.";

  private static final Duration RESET_PATIENCE = Duration.ofSeconds(1);

  private final RosNode node;
  private final RobotConfig robot;
  private final RawSink sink;
  private final Recorder recorder;
  private final String namespace;
  private final CellParameters parameters;
  private int recorded;

  private RecordingSession(RosNode node, RobotConfig robot, RawSink sink, String namespace) {
    this.node = node;
    this.robot = robot;
    this.sink = sink;
    this.namespace = namespace;
    parameters = new CellParameters(node.parameters(), namespace);
    recorder = Recorder.start(node, robot, sink);
  }

  /**
   * Subscribes to the cell's topics.
   *
   * @throws StropException if the master does not answer, or the robot's configuration lacks {@code
   *     namespace} or {@code topics.episode}
   */
  public static RecordingSession open(RosNode node, RobotConfig robot, RawSink sink) {
    String namespace = robot.namespace().orElse("");
    if (namespace.isEmpty() || robot.topics().episode().isEmpty()) {
      throw new StropException(
          ErrorCode.CONFIG,
          "robot " + robot.name() + " can't be reset: it lacks namespace or topics.episode.",
          "configuration of robot " + robot.name(),
          "Add both keys, as in configs/robots/peeling_cell.yaml.");
    }
    return new RecordingSession(node, robot, sink, namespace);
  }

  /** Returns how many whole episodes this session has recorded. */
  public int recorded() {
    return recorded;
  }

  /** Returns the recorder underneath, for its counts. */
  public Recorder recorder() {
    return recorder;
  }

  /** Runs and records one episode that the cell drives itself; see the other method. */
  public RecordedEpisode record(EpisodeRequest request) {
    return record(request, EpisodeDriver.none());
  }

  /**
   * Runs and records one episode.
   *
   * @param driver commands the arm where the request says external
   * @return the episode, with at least one trajectory
   * @throws StropException UNREACHABLE if the cell does not answer, goes silent or goes away;
   *     ROBOT_FAULT if it refuses to reset or to start; CORRUPT_DATA if no two steps in a row were
   *     covered by all topics
   */
  public RecordedEpisode record(EpisodeRequest request, EpisodeDriver driver) {
    requireCell();
    parameters.request(request);
    String id = reset(request);
    Optional<Workpiece> workpiece = parameters.workpiece();
    StartCall start = new StartCall(id);
    EpisodeEvent.Start started = (EpisodeEvent.Start) await(id, start, false);
    recorder.begin(started.stampNanos());
    Thread driving = drive(driver, started);
    EpisodeEvent.End ended = (EpisodeEvent.End) await(id, start, true);
    EpisodeLabel label =
        new EpisodeLabel(id, request.source(), request.seed(), workpiece, ended.outcome());
    RecordedEpisode episode = recorder.cut(label, started.stampNanos(), ended.stampNanos());
    join(driving);
    requireSteps(episode);
    recorded++;
    LOG.info("episode {}: {} steps, {}", id, steps(episode), ended.outcome());
    return episode;
  }

  private void requireCell() {
    Duration timeout = seconds(robot.recording().startTimeoutS());
    List<String> missing = new ArrayList<>(recorder.missingPublishers(timeout));
    for (String service : List.of(namespace + "/reset", namespace + "/start")) {
      if (!node.awaitService(service, missing.isEmpty() ? timeout : Duration.ZERO)) {
        missing.add(service);
      }
    }
    if (!missing.isEmpty()) {
      throw new StropException(
          ErrorCode.UNREACHABLE,
          "nobody offers "
              + String.join(", ", missing)
              + ", after "
              + timeout.toSeconds()
              + " s of waiting; "
              + safe(),
          "ROS graph of node " + node.name(),
          "Start the robot's nodes (strop sim run), or correct topics in the robot's configuration;"
              + " where episodes were recorded already, run the same command with --resume.");
    }
  }

  /** Resets the cell; it may still be busy for a moment after it announced an end. */
  private String reset(EpisodeRequest request) {
    String name = namespace + "/reset";
    Duration timeout = seconds(robot.recording().startTimeoutS());
    long deadline = System.nanoTime() + RESET_PATIENCE.toNanos();
    TriggerResult result = call(name, timeout);
    while (!result.success() && System.nanoTime() < deadline) {
      recorder.pauseBriefly();
      result = call(name, timeout);
    }
    if (!result.success()) {
      throw refused(name, "seed " + request.seed(), result.message());
    }
    return result.message();
  }

  private TriggerResult call(String service, Duration timeout) {
    try {
      return node.callTrigger(service, timeout);
    } catch (StropException e) {
      throw gone(e);
    }
  }

  /** The cell died between two episodes, or while it was asked for one. */
  private StropException gone(StropException cause) {
    sink.flush();
    return new StropException(
        cause.code(), cause.what() + "; " + safe(), cause.where(), START_AGAIN, cause);
  }

  private EpisodeEvent await(String id, StartCall start, boolean end) {
    long limit =
        Math.round(
            1e9 * (end ? robot.recording().silenceTimeoutS() : robot.recording().startTimeoutS()));
    return recorder
        .awaitEvent(
            event -> event.id().equals(id) && end == event instanceof EpisodeEvent.End,
            () -> {
              start.check(end);
              return recorder.isRobotGone() || recorder.silenceNanos() > limit;
            })
        .orElseThrow(() -> lost(id, end));
  }

  private static Thread drive(EpisodeDriver driver, EpisodeEvent.Start started) {
    Thread thread = new Thread(() -> driver.drive(started), "strop-drive-episode");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** The loop ends by itself when it hears of the end. */
  private void join(Thread driving) {
    try {
      driving.join(Math.round(1e3 * robot.loop().lockstepTimeoutS()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private StropException lost(String id, boolean started) {
    sink.flush();
    String why = recorder.isRobotGone() ? "closed its connections" : "went silent";
    return new StropException(
        ErrorCode.UNREACHABLE,
        "the cell "
            + why
            + (started ? " in the middle of" : " before the start of")
            + " episode "
            + id
            + "; "
            + safe(),
        "topics of robot " + robot.name() + ", after " + recorder.messages() + " messages",
        START_AGAIN);
  }

  private String safe() {
    return recorded + " whole episodes of this run are safe, and the raw log is readable.";
  }

  private static StropException refused(String service, String what, String message) {
    return new StropException(
        ErrorCode.ROBOT_FAULT,
        service + " refused (" + what + "): " + message,
        "service " + service,
        "Mend what the message says, then run the same command with --resume.");
  }

  private static void requireSteps(RecordedEpisode episode) {
    if (episode.trajectories().isEmpty()) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "episode " + episode.id() + " has no two steps in a row that all topics cover.",
          String.join("; ", episode.topics().stream().map(TopicReport::toString).toList()),
          "Check the rates of the topics and recording.max_gap_s in the robot's configuration.");
    }
  }

  private static int steps(RecordedEpisode episode) {
    return episode.trajectories().stream().mapToInt(t -> t.length()).sum();
  }

  private static Duration seconds(double s) {
    return Duration.ofNanos(Math.round(1e9 * s));
  }

  /** Unsubscribes. */
  @Override
  public void close() {
    recorder.close();
  }

  /** The start service may answer at once or after the episode: it is called from the side. */
  private final class StartCall {
    private final AtomicReference<@Nullable StropException> refusal = new AtomicReference<>();
    private final AtomicReference<@Nullable StropException> noAnswer = new AtomicReference<>();
    private final String name = namespace + "/start";

    StartCall(String id) {
      Thread thread = new Thread(() -> run(id), "strop-start-episode");
      thread.setDaemon(true);
      thread.start();
    }

    private void run(String id) {
      try {
        TriggerResult result = node.callTrigger(name, Duration.ofHours(1));
        if (!result.success()) {
          refusal.set(refused(name, "episode " + id, result.message()));
        }
      } catch (StropException e) {
        noAnswer.set(gone(e));
      }
    }

    /** A cell that dies after it started the episode is told by the recorder. */
    void check(boolean started) {
      StropException failed = refusal.get();
      if (failed == null && !started) {
        failed = noAnswer.get();
      }
      if (failed != null) {
        throw failed;
      }
    }
  }
}
