/**
 * The ROS 1 adapter of the ROS port: {@link org.strop.bridge.ros.ros1.Ros1Node} and {@link
 * org.strop.bridge.ros.ros1.EmbeddedMaster}, on our own XML-RPC and TCPROS.
 *
 * <p>Decision: written from the protocol's description rather than taken from ROSJava, which is not
 * on Maven Central and brings Netty 3; no ROS has to be installed, and every limit is ours.
 */
@NullMarked
package org.strop.bridge.ros.ros1;

import org.jspecify.annotations.NullMarked;
