package org.strop.sim.ros;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.strop.bridge.control.RunLoop;
import org.strop.bridge.control.RunReport;
import org.strop.bridge.control.record.EpisodeDriver;
import org.strop.bridge.control.record.EpisodeRequest;
import org.strop.bridge.control.record.RecordedEpisode;
import org.strop.bridge.control.record.RecordingSession;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.control.robot.RosRobot;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.ros1.EmbeddedMaster;
import org.strop.bridge.ros.ros1.Ros1Node;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ConfigLoader;
import org.strop.sim.PeelingTask;
import org.strop.sim.rollout.PressPolicy;
import org.strop.sim.task.TaskConfig;

/** A cell, a recorder and a controller on one graph: what faults do to each. */
final class FaultBench implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(1);
  static final long SEED = 31;

  final TaskConfig task = PeelingTask.load("max_duration_s=3");
  final RobotConfig robot =
      ConfigLoader.load(
              PeelingTask.root().resolve("configs/robots/peeling_cell.yaml"),
              List.of("loop.lockstep_timeout_s=1.5"),
              RobotConfig.class)
          .value();
  final EmbeddedMaster master = EmbeddedMaster.start(0);
  final PeelingCellNode cell =
      new PeelingCellNode(Ros1Node.connect(master.uri(), "/peeling_cell"), task, PATIENCE);
  final RosNode bridge = Ros1Node.connect(master.uri(), "/bridge");
  final RosNode controller = Ros1Node.connect(master.uri(), "/controller");
  final RosRobot arm = RosRobot.connect(controller, robot);
  final RecordingSession session = RecordingSession.open(bridge, robot, new Nowhere());

  /** What the recorder and the run loop made of one episode. */
  record Seen(RecordedEpisode episode, RunReport report) {
    Trajectory first() {
      return episode.trajectories().get(0);
    }

    boolean isFinite() {
      return episode.trajectories().stream()
          .allMatch(t -> t.specs().stream().allMatch(spec -> t.channel(spec).isFinite()));
    }

    /** Distance that the arm went between two steps, m. */
    double moved(int from, int to) {
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        var state = first().channel(Channels.STATE);
        sum += Math.pow(state.get(to, i) - state.get(from, i), 2);
      }
      return Math.sqrt(sum);
    }
  }

  void plan(Object faults) {
    bridge.parameters().set("/peeling_cell/faults", faults);
  }

  /** Runs a policy in lockstep with planned faults; the policy wears on at 25 mm/s. */
  Seen lockstep(Object faults) {
    plan(faults);
    RunLoop loop = loop();
    AtomicReference<RunReport> report = new AtomicReference<>();
    RecordedEpisode episode =
        session.record(request(true, 0), EpisodeDriver.lockstep(arm, loop, SEED, report::set));
    return new Seen(episode, Objects.requireNonNull(report.get()));
  }

  Seen realTime(Object faults) {
    plan(faults);
    RunLoop loop = loop();
    AtomicReference<RunReport> report = new AtomicReference<>();
    RecordedEpisode episode =
        session.record(request(false, 1), EpisodeDriver.realTime(arm, loop, SEED, report::set));
    return new Seen(episode, Objects.requireNonNull(report.get()));
  }

  RecordedEpisode demonstration(Object faults) {
    plan(faults);
    return session.record(EpisodeRequest.demonstration(SEED, "apple"));
  }

  RunLoop loop() {
    return new RunLoop(arm, new PressPolicy(0.007, 0.0012), robot.limits(), robot.loop());
  }

  static EpisodeRequest request(boolean lockstep, double speed) {
    return new EpisodeRequest(
        SEED, "apple", EpisodeRequest.Driver.EXTERNAL, "press", lockstep, speed);
  }

  @Override
  public void close() {
    session.close();
    arm.close();
    controller.close();
    bridge.close();
    cell.close();
    master.close();
  }
}
