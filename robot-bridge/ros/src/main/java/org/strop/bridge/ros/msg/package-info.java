/**
 * The ROS messages used, as immutable records in SI units; names and field order are those of the
 * ROS packages.
 */
@NullMarked
package org.strop.bridge.ros.msg;

import org.jspecify.annotations.NullMarked;
