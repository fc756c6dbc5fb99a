package org.strop.bridge.ros.msg;

/** std_msgs/Header: sequence number, stamp in ns since the epoch of the clock, frame. */
public record Header(long seq, long stampNanos, String frameId) implements RosMessage {}
