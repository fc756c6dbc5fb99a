package org.strop.bridge.ros.msg;

/** geometry_msgs/Twist: m/s and rad/s. */
public record Twist(Vector3 linear, Vector3 angular) implements RosMessage {}
