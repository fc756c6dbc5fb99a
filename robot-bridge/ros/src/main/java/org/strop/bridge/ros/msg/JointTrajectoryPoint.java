package org.strop.bridge.ros.msg;

import java.util.List;

/** trajectory_msgs/JointTrajectoryPoint; time from start in ns. */
public record JointTrajectoryPoint(
    List<Double> positions,
    List<Double> velocities,
    List<Double> accelerations,
    List<Double> effort,
    long timeFromStartNanos)
    implements RosMessage {
  /** Copies the lists. */
  public JointTrajectoryPoint {
    positions = List.copyOf(positions);
    velocities = List.copyOf(velocities);
    accelerations = List.copyOf(accelerations);
    effort = List.copyOf(effort);
  }
}
