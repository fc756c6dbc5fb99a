package org.strop.bridge.ros.ros1.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.JointTrajectory;
import org.strop.bridge.ros.msg.JointTrajectoryPoint;

/** Messages of sensor_msgs and trajectory_msgs. */
final class JointCodecs {
  /** Bytes of a trajectory point with four empty lists. */
  private static final int EMPTY_POINT = 24;

  static final MessageCodec<JointState> JOINT_STATE =
      new MessageCodec<>(
          "sensor_msgs/JointState",
          JointState.class,
          JointCodecs::sizeOf,
          JointCodecs::put,
          in ->
              new JointState(
                  StandardCodecs.getHeader(in),
                  Wire.getStrings(in),
                  Wire.getDoubles(in),
                  Wire.getDoubles(in),
                  Wire.getDoubles(in)));

  static final MessageCodec<JointTrajectoryPoint> JOINT_TRAJECTORY_POINT =
      new MessageCodec<>(
          "trajectory_msgs/JointTrajectoryPoint",
          JointTrajectoryPoint.class,
          JointCodecs::sizeOf,
          JointCodecs::put,
          JointCodecs::getPoint);

  static final MessageCodec<JointTrajectory> JOINT_TRAJECTORY =
      new MessageCodec<>(
          "trajectory_msgs/JointTrajectory",
          JointTrajectory.class,
          JointCodecs::sizeOf,
          JointCodecs::put,
          in ->
              new JointTrajectory(
                  StandardCodecs.getHeader(in),
                  Wire.getStrings(in),
                  Wire.getList(in, EMPTY_POINT, JointCodecs::getPoint)));

  static final List<MessageCodec<?>> ALL =
      List.of(JOINT_STATE, JOINT_TRAJECTORY_POINT, JOINT_TRAJECTORY);

  private JointCodecs() {}

  private static int sizeOf(JointState m) {
    return StandardCodecs.sizeOf(m.header())
        + Wire.sizeOfStrings(m.name())
        + Wire.sizeOfDoubles(m.position())
        + Wire.sizeOfDoubles(m.velocity())
        + Wire.sizeOfDoubles(m.effort());
  }

  private static void put(JointState m, ByteBuffer out) {
    StandardCodecs.putHeader(m.header(), out);
    Wire.putStrings(out, m.name());
    Wire.putDoubles(out, m.position());
    Wire.putDoubles(out, m.velocity());
    Wire.putDoubles(out, m.effort());
  }

  private static int sizeOf(JointTrajectoryPoint m) {
    return Wire.sizeOfDoubles(m.positions())
        + Wire.sizeOfDoubles(m.velocities())
        + Wire.sizeOfDoubles(m.accelerations())
        + Wire.sizeOfDoubles(m.effort())
        + 8;
  }

  private static void put(JointTrajectoryPoint m, ByteBuffer out) {
    Wire.putDoubles(out, m.positions());
    Wire.putDoubles(out, m.velocities());
    Wire.putDoubles(out, m.accelerations());
    Wire.putDoubles(out, m.effort());
    Wire.putDuration(out, m.timeFromStartNanos());
  }

  private static JointTrajectoryPoint getPoint(ByteBuffer in) {
    return new JointTrajectoryPoint(
        Wire.getDoubles(in),
        Wire.getDoubles(in),
        Wire.getDoubles(in),
        Wire.getDoubles(in),
        Wire.getDuration(in));
  }

  private static int sizeOf(JointTrajectory m) {
    int size = StandardCodecs.sizeOf(m.header()) + Wire.sizeOfStrings(m.jointNames()) + 4;
    for (JointTrajectoryPoint point : m.points()) {
      size += sizeOf(point);
    }
    return size;
  }

  private static void put(JointTrajectory m, ByteBuffer out) {
    StandardCodecs.putHeader(m.header(), out);
    Wire.putStrings(out, m.jointNames());
    out.putInt(m.points().size());
    for (JointTrajectoryPoint point : m.points()) {
      put(point, out);
    }
  }
}
