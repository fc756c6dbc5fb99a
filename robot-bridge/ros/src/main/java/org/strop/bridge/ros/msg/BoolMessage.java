package org.strop.bridge.ros.msg;

/** std_msgs/Bool. */
public record BoolMessage(boolean data) implements RosMessage {}
