package org.strop.bridge.control.robot;

import java.util.Optional;

/**
 * Where a robot says what. Names differ from lab to lab; the messages do not.
 *
 * @param jointStates sensor_msgs/JointState
 * @param pose geometry_msgs/PoseStamped: tool point in the world frame
 * @param wrench geometry_msgs/WrenchStamped, in the sensor's frame
 * @param command geometry_msgs/PoseStamped: equilibrium pose of the impedance controller
 * @param cutState sensor_msgs/JointState as a carrier of named values, where the robot knows what
 *     the blade does
 * @param episode std_msgs/String: {@code start <id> <stampNanos>}, {@code end <id> <stampNanos>
 *     <outcome>}; where the robot has episodes of its own
 * @param fault std_msgs/Bool, true while the robot reports a fault (a protective stop); where the
 *     robot says so
 */
public record TopicMap(
    TopicConfig jointStates,
    TopicConfig pose,
    TopicConfig wrench,
    TopicConfig command,
    Optional<TopicConfig> cutState,
    Optional<String> episode,
    Optional<String> fault) {}
