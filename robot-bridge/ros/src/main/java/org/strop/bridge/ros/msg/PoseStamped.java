package org.strop.bridge.ros.msg;

/** geometry_msgs/PoseStamped. */
public record PoseStamped(Header header, Pose pose) implements RosMessage {}
