package org.strop.bridge.ros.msg;

/** rosgraph_msgs/Clock: the time of a simulation or replay, ns. */
public record Clock(long clockNanos) implements RosMessage {}
