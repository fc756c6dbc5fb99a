package org.strop.bridge.control.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.TrajectoryInfo;

/** Makes the trajectories of one episode from its samples, and tells what was missing. */
final class EpisodeAssembly {
  private static final Logger LOG = LoggerFactory.getLogger(EpisodeAssembly.class);

  private final RobotConfig robot;
  private final EpisodeLabel label;
  private final Grid grid;
  private final Aligner.Result aligned;

  private EpisodeAssembly(
      RobotConfig robot, EpisodeLabel label, Grid grid, Aligner.Result aligned) {
    this.robot = robot;
    this.label = label;
    this.grid = grid;
    this.aligned = aligned;
  }

  static RecordedEpisode of(
      RobotConfig robot, EpisodeLabel label, Grid grid, EpisodeSamples samples) {
    long maxGapNanos = Math.round(1e9 * robot.recording().maxGapS());
    Aligner.Result aligned = Aligner.align(grid, maxGapNanos, samples.channels());
    List<TopicReport> topics = samples.reports(grid);
    for (TopicReport topic : topics) {
      if (topic.isSuspicious()) {
        LOG.warn("episode {}: {}", label.id(), topic);
      }
    }
    return new EpisodeAssembly(robot, label, grid, aligned).assemble(topics);
  }

  private RecordedEpisode assemble(List<TopicReport> topics) {
    for (Gap gap : aligned.gaps()) {
      LOG.warn("episode {}: {}", label.id(), gap.describe(grid.startNanos()));
    }
    int n = aligned.parts().size();
    if (n > 1) {
      LOG.warn("episode {} is split into {} parts", label.id(), n);
    }
    List<Trajectory> trajectories = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      trajectories.add(trajectory(aligned.parts().get(i), i, n));
    }
    return new RecordedEpisode(label.id(), label.outcome(), trajectories, topics);
  }

  private Trajectory trajectory(Aligner.Part part, int index, int parts) {
    long[] stamps = new long[part.toTick() - part.fromTick()];
    for (int k = 0; k < stamps.length; k++) {
      stamps[k] = grid.tick(part.fromTick() + k);
    }
    String id = parts == 1 ? label.id() : label.id() + "." + (index + 1);
    TrajectoryInfo info =
        new TrajectoryInfo(
            id,
            robot.name(),
            robot.task(),
            label.source(),
            label.seed(),
            robot.policyHz(),
            label.workpiece(),
            attributes(part, index, parts));
    return new Trajectory(info, stamps, part.channels(), events(stamps));
  }

  private Map<String, String> attributes(Aligner.Part part, int index, int parts) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("outcome", label.outcome());
    if (parts > 1) {
      attributes.put("part", (index + 1) + "/" + parts);
      attributes.put("split_reason", reasons(index > 0 ? index - 1 : index));
    }
    if (index == 0 && part.fromTick() > 0) {
      attributes.put("trimmed_start_steps", String.valueOf(part.fromTick()));
    }
    if (index == parts - 1 && part.toTick() < grid.ticks()) {
      attributes.put("trimmed_end_steps", String.valueOf(grid.ticks() - part.toTick()));
    }
    return attributes;
  }

  /** Describes the gaps between a part and the next. */
  private String reasons(int before) {
    long from = grid.tick(aligned.parts().get(before).toTick() - 1);
    long to = grid.tick(aligned.parts().get(before + 1).fromTick());
    List<String> reasons = new ArrayList<>();
    for (Gap gap : aligned.gaps()) {
      if (gap.toNanos() > from && gap.fromNanos() < to) {
        reasons.add(gap.describe(grid.startNanos()));
      }
    }
    return String.join("; ", reasons);
  }

  /** Gaps that touch these stamps, as events. */
  private List<TrajectoryEvent> events(long[] stamps) {
    List<TrajectoryEvent> events = new ArrayList<>();
    long from = stamps[0] - grid.stepNanos();
    long to = stamps[stamps.length - 1] + grid.stepNanos();
    for (Gap gap : aligned.gaps()) {
      if (gap.toNanos() >= from && gap.fromNanos() <= to) {
        long stamp = Math.max(stamps[0], Math.min(gap.fromNanos(), stamps[stamps.length - 1]));
        events.add(new TrajectoryEvent(stamp, "gap", gap.describe(grid.startNanos())));
      }
    }
    return events;
  }
}
