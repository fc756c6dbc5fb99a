package org.strop.bridge.ros.msg;

import java.util.List;

/**
 * sensor_msgs/JointState: rad or m, rad/s or m/s, Nm or N. Lists may be empty; the order of joints
 * is not guaranteed: map by name.
 */
public record JointState(
    Header header,
    List<String> name,
    List<Double> position,
    List<Double> velocity,
    List<Double> effort)
    implements RosMessage {
  /** Copies the lists. */
  public JointState {
    name = List.copyOf(name);
    position = List.copyOf(position);
    velocity = List.copyOf(velocity);
    effort = List.copyOf(effort);
  }
}
