package org.strop.bridge.ros.msg;

/** geometry_msgs/Wrench: force in N, torque in Nm. */
public record Wrench(Vector3 force, Vector3 torque) implements RosMessage {}
