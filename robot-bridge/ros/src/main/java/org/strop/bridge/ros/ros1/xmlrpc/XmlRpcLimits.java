package org.strop.bridge.ros.ros1.xmlrpc;

import java.time.Duration;

/**
 * What is accepted from the network.
 *
 * @param headBytes longest HTTP head
 * @param bodyBytes longest XML document
 * @param depth deepest nesting of arrays and structs
 * @param connections most connections that a server keeps open at once
 * @param idle longest silence on a connection
 */
public record XmlRpcLimits(
    int headBytes, int bodyBytes, int depth, int connections, Duration idle) {
  /** Returns limits that every known ROS tool stays far below: 16 KiB, 8 MiB, 32, 256, 2 min. */
  public static XmlRpcLimits usual() {
    return new XmlRpcLimits(16 << 10, 8 << 20, 32, 256, Duration.ofMinutes(2));
  }
}
