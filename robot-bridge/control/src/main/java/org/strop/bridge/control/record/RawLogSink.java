package org.strop.bridge.control.record;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.strop.bridge.control.robot.EpisodeEvent;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.Point;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Quaternion;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.log.RawLogWriter;

/**
 * Keeps a robot's messages in a raw log: MCAP with Protobuf channels, readable up to the last whole
 * chunk whenever it is cut.
 *
 * <p>Poses, wrenches, commands and cut state go to the channels of {@link Channels}; joints to
 * {@code observation.joints.position}, {@code .velocity} and {@code .effort}, by name, NaN where a
 * message lacks a joint; texts to the log's events. Numbers are kept as floats.
 */
public final class RawLogSink implements RawSink {
  private static final String JOINTS = "observation.joints.";

  private final RawLogWriter log;
  private final RobotConfig robot;

  private RawLogSink(RawLogWriter log, RobotConfig robot) {
    this.log = log;
    this.robot = robot;
  }

  /**
   * Creates a log, or empties the one that is there.
   *
   * @throws org.strop.configs.StropException IO if the file can't be written; so do all methods
   */
  public static RawLogSink create(Path file, RobotConfig robot) {
    RawLogWriter log = RawLogWriter.create(file);
    log.channel(in(Channels.STATE, robot.frames().world()));
    log.channel(in(Channels.WRENCH, robot.frames().wrench()));
    log.channel(in(Channels.ACTION, robot.frames().world()));
    robot.topics().cutState().ifPresent(topic -> log.channel(Channels.CUT));
    log.channel(joints(robot, "position", unit -> unit));
    log.channel(joints(robot, "velocity", unit -> unit + "/s"));
    log.channel(joints(robot, "effort", unit -> unit.equals("m") ? "N" : "N m"));
    return new RawLogSink(log, robot);
  }

  private static ChannelSpec in(ChannelSpec spec, String frame) {
    return new ChannelSpec(spec.key(), spec.names(), spec.units(), frame);
  }

  private static ChannelSpec joints(RobotConfig robot, String what, UnaryOperator<String> unit) {
    List<String> units = robot.jointUnits().stream().map(unit).toList();
    return new ChannelSpec(JOINTS + what, robot.joints(), units, "");
  }

  @Override
  public void pose(String topic, PoseStamped message, long receiveNanos) {
    Point p = message.pose().position();
    Quaternion q = message.pose().orientation();
    boolean command = topic.equals(robot.topics().command().name());
    String key = command ? Channels.ACTION.key() : Channels.STATE.key();
    append(
        key,
        message.header().stampNanos(),
        receiveNanos,
        p.x(),
        p.y(),
        p.z(),
        q.x(),
        q.y(),
        q.z(),
        q.w());
  }

  @Override
  public void wrench(String topic, WrenchStamped message, long receiveNanos) {
    Wrench w = message.wrench();
    append(
        Channels.WRENCH.key(),
        message.header().stampNanos(),
        receiveNanos,
        w.force().x(),
        w.force().y(),
        w.force().z(),
        w.torque().x(),
        w.torque().y(),
        w.torque().z());
  }

  @Override
  public void jointState(String topic, JointState message, long receiveNanos) {
    boolean cut = robot.topics().cutState().filter(t -> t.name().equals(topic)).isPresent();
    if (cut) {
      byName(Channels.CUT.key(), Channels.CUT.names(), message, message.position(), receiveNanos);
      return;
    }
    byName(JOINTS + "position", robot.joints(), message, message.position(), receiveNanos);
    byName(JOINTS + "velocity", robot.joints(), message, message.velocity(), receiveNanos);
    byName(JOINTS + "effort", robot.joints(), message, message.effort(), receiveNanos);
  }

  private void byName(
      String key, List<String> order, JointState message, List<Double> values, long receiveNanos) {
    if (values.isEmpty()) {
      return; // allowed: this robot does not measure it
    }
    double[] row = new double[order.size()];
    Arrays.fill(row, Double.NaN);
    for (int i = 0; i < Math.min(message.name().size(), values.size()); i++) {
      int at = order.indexOf(message.name().get(i));
      if (at >= 0) {
        row[at] = values.get(i);
      }
    }
    append(key, message.header().stampNanos(), receiveNanos, row);
  }

  private void append(String key, long stampNanos, long receiveNanos, double... row) {
    float[] values = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = (float) row[i];
    }
    log.append(key, stampNanos, receiveNanos, values);
  }

  @Override
  public void text(String topic, String message, long receiveNanos) {
    long stamp =
        EpisodeEvent.parse(message).map(EpisodeEvent::stampNanos).orElse(Math.max(0, receiveNanos));
    log.event(new TrajectoryEvent(stamp, "episode", message), receiveNanos);
  }

  @Override
  public void flush() {
    log.sync();
  }

  @Override
  public void close() {
    log.close();
  }
}
