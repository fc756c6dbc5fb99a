package org.strop.bridge.control.record;

import java.time.Duration;
import java.util.function.Consumer;
import org.strop.bridge.control.RunLoop;
import org.strop.bridge.control.RunReport;
import org.strop.bridge.control.robot.EpisodeEvent;
import org.strop.bridge.control.robot.RosRobot;

/** Commands the arm during one episode; called on a thread of its own when the episode started. */
@FunctionalInterface
public interface EpisodeDriver {
  /** Drives until the episode ends. */
  void drive(EpisodeEvent.Start start);

  /** Drives nothing: somebody else does. */
  static EpisodeDriver none() {
    return start -> {};
  }

  /**
   * Drives with a run loop in lockstep.
   *
   * @param report gets what the loop did
   */
  static EpisodeDriver lockstep(
      RosRobot robot, RunLoop loop, long episodeSeed, Consumer<RunReport> report) {
    return start -> {
      robot.awaitStart(start.stampNanos() - 1, Duration.ofSeconds(10));
      report.accept(loop.runLockstep(start.stampNanos(), episodeSeed));
    };
  }

  /**
   * Drives with a run loop in real time.
   *
   * @param report gets what the loop did
   */
  static EpisodeDriver realTime(
      RosRobot robot, RunLoop loop, long episodeSeed, Consumer<RunReport> report) {
    return start -> {
      robot.awaitStart(start.stampNanos() - 1, Duration.ofSeconds(10));
      report.accept(loop.runRealTime(episodeSeed));
    };
  }
}
