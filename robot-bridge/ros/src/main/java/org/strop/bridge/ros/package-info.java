/**
 * The ROS port: nodes, publishers, subscriptions, services and parameters, free of any transport.
 */
@NullMarked
package org.strop.bridge.ros;

import org.jspecify.annotations.NullMarked;
