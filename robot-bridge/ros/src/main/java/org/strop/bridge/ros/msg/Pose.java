package org.strop.bridge.ros.msg;

/** geometry_msgs/Pose. */
public record Pose(Point position, Quaternion orientation) implements RosMessage {}
