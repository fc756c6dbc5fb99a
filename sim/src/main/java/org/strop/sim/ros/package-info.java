/**
 * The peeling cell as a ROS node: it stands where a robot would.
 *
 * <p>Decisions. (1) Stamps are simulated time, on the 10 ms grid; nothing depends on when a message
 * arrives. (2) Publishers wait for slow subscribers, so a recording misses nothing and two
 * recordings are equal. (3) Values are floats, widened: what crosses a socket is what the cell saw.
 */
@NullMarked
package org.strop.sim.ros;

import org.jspecify.annotations.NullMarked;
