package org.strop.bridge.ros.msg;

/** A ROS message. Records only; components in the order of the message definition. */
public interface RosMessage {}
