/**
 * Robots over ROS: their configuration (topics, joints, frames, rates, limits) and the adapter that
 * makes one a {@link org.strop.bridge.control.RobotPort}.
 */
@NullMarked
package org.strop.bridge.control.robot;

import org.jspecify.annotations.NullMarked;
