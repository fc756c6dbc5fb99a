package org.strop.bridge.ros.msg;

/** std_msgs/String. */
public record StringMessage(String data) implements RosMessage {}
