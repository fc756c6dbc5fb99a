package org.strop.bridge.ros.ros1.tcpros;

/**
 * One connection, as the slave interface tells it.
 *
 * @param peer name or address of the other end
 * @param direction {@code i} or {@code o}
 * @param topic the topic
 * @param connected whether it is open
 * @param bytes received or sent
 * @param messages received or sent
 */
public record BusConnection(
    String peer, String direction, String topic, boolean connected, long bytes, long messages) {}
