package org.strop.bridge.ros.msg;

/** geometry_msgs/TwistStamped. */
public record TwistStamped(Header header, Twist twist) implements RosMessage {}
