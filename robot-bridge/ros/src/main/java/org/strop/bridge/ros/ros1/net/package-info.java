/** Sockets and addresses that both protocols of ROS 1 stand on. */
@NullMarked
package org.strop.bridge.ros.ros1.net;

import org.jspecify.annotations.NullMarked;
