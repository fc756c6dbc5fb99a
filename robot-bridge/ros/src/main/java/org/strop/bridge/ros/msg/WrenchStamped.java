package org.strop.bridge.ros.msg;

/** geometry_msgs/WrenchStamped; the frame is the sensor frame. */
public record WrenchStamped(Header header, Wrench wrench) implements RosMessage {}
