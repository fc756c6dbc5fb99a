/** Maintained fakes: a ROS graph in memory, and a small peeling cell on any ROS node. */
@NullMarked
package org.strop.bridge.control.fake;

import org.jspecify.annotations.NullMarked;
