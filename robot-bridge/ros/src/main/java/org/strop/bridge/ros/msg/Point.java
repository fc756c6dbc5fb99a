package org.strop.bridge.ros.msg;

/** geometry_msgs/Point, m. */
public record Point(double x, double y, double z) implements RosMessage {}
