package org.strop.bridge.ros.msg;

import java.util.List;

/** trajectory_msgs/JointTrajectory. */
public record JointTrajectory(
    Header header, List<String> jointNames, List<JointTrajectoryPoint> points)
    implements RosMessage {
  /** Copies the lists. */
  public JointTrajectory {
    jointNames = List.copyOf(jointNames);
    points = List.copyOf(points);
  }
}
