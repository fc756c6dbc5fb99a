/**
 * TCPROS: topics and services over TCP.
 *
 * <p>Decisions. A message is encoded once, into one array that all subscribers share. Each
 * connection has its own thread on both ends, so a slow peer slows only itself (or, with BLOCK, the
 * publisher that asked for it). A publisher that leaves sends what is queued before it closes its
 * sockets, and a subscriber reads a connection to its end even when the master has already told it
 * that the publisher is gone: so nothing that was published is lost at the end of a run. Lengths
 * from the network are checked against limits, and buffers grow only with bytes that really arrive.
 */
@NullMarked
package org.strop.bridge.ros.ros1.tcpros;

import org.jspecify.annotations.NullMarked;
