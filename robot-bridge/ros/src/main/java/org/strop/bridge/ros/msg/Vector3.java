package org.strop.bridge.ros.msg;

/** geometry_msgs/Vector3, in the unit of its use. */
public record Vector3(double x, double y, double z) implements RosMessage {}
