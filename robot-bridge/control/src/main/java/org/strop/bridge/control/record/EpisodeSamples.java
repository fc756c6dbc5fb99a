package org.strop.bridge.control.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.control.robot.TopicConfig;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;
import org.strop.bridge.trajectory.Channels;

/** The samples in memory of the topics that become channels. Not thread-safe. */
final class EpisodeSamples {
  private final RobotConfig robot;
  private final TopicSeries pose;
  private final TopicSeries wrench;
  private final TopicSeries command;
  private final TopicSeries cut;

  EpisodeSamples(RobotConfig robot) {
    this.robot = robot;
    long maxBack = Math.round(1e9 * robot.recording().maxGapS());
    int maxSamples = robot.recording().maxSamples();
    pose = new TopicSeries(7, maxSamples, maxBack);
    wrench = new TopicSeries(6, maxSamples, maxBack);
    command = new TopicSeries(7, maxSamples, maxBack);
    cut = new TopicSeries(4, maxSamples, maxBack);
  }

  void addPose(PoseStamped message) {
    pose.add(message.header().stampNanos(), row(message));
  }

  void addCommand(PoseStamped message) {
    command.add(message.header().stampNanos(), row(message));
  }

  void addWrench(WrenchStamped message) {
    Wrench w = message.wrench();
    double[] row = {
      w.force().x(), w.force().y(), w.force().z(), w.torque().x(), w.torque().y(), w.torque().z()
    };
    wrench.add(message.header().stampNanos(), row);
  }

  /** Maps by name: the order of a JointState's entries is not guaranteed. */
  void addCut(JointState message) {
    double[] row = new double[4];
    Arrays.fill(row, Double.NaN);
    for (int i = 0; i < Math.min(message.name().size(), message.position().size()); i++) {
      int at = Channels.CUT.names().indexOf(message.name().get(i));
      if (at >= 0) {
        row[at] = message.position().get(i);
      }
    }
    cut.add(message.header().stampNanos(), row);
  }

  /** Forgets what lies before an episode, but for what interpolation at its start needs. */
  void startAt(long startNanos) {
    long keepFrom = startNanos - Math.round(1e9 * robot.recording().maxGapS());
    for (TopicSeries series : List.of(pose, wrench, command, cut)) {
      series.startAt(keepFrom);
    }
  }

  /** Whether every topic came as far as the rows of an episode with this grid need. */
  boolean reach(Grid grid) {
    long last = grid.lastTick();
    long lastCommand = Math.max(grid.startNanos(), last - grid.stepNanos());
    return pose.lastStamp() >= last
        && wrench.lastStamp() >= last
        && command.lastStamp() >= lastCommand
        && (robot.topics().cutState().isEmpty() || cut.lastStamp() >= last);
  }

  List<AlignedChannel> channels() {
    List<AlignedChannel> all = new ArrayList<>();
    all.add(new AlignedChannel(Channels.STATE, robot.topics().pose().name(), pose, Blend.POSE));
    all.add(
        new AlignedChannel(Channels.WRENCH, robot.topics().wrench().name(), wrench, Blend.LINEAR));
    all.add(
        new AlignedChannel(Channels.ACTION, robot.topics().command().name(), command, Blend.HOLD));
    robot
        .topics()
        .cutState()
        .ifPresent(t -> all.add(new AlignedChannel(Channels.CUT, t.name(), cut, Blend.LINEAR)));
    return all;
  }

  List<TopicReport> reports(Grid grid) {
    List<TopicReport> reports = new ArrayList<>();
    report(reports, robot.topics().pose(), pose, grid);
    report(reports, robot.topics().wrench(), wrench, grid);
    report(reports, robot.topics().command(), command, grid);
    robot.topics().cutState().ifPresent(topic -> report(reports, topic, cut, grid));
    return reports;
  }

  private static void report(
      List<TopicReport> reports, TopicConfig topic, TopicSeries series, Grid grid) {
    reports.add(series.report(topic.name(), topic.rateHz(), grid.startNanos(), grid.endNanos()));
  }

  private static double[] row(PoseStamped message) {
    var p = message.pose().position();
    var q = message.pose().orientation();
    return new double[] {p.x(), p.y(), p.z(), q.x(), q.y(), q.z(), q.w()};
  }
}
