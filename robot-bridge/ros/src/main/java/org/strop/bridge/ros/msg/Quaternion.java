package org.strop.bridge.ros.msg;

/** geometry_msgs/Quaternion, unit, x y z w. */
public record Quaternion(double x, double y, double z, double w) implements RosMessage {}
