/**
 * Recording: every sample of a robot's topics into the raw log, and aligned episodes at the
 * policy's rate.
 *
 * <p>Decisions. (1) The raw log is the truth: each message is written as it arrives, before
 * anything else is done with it; alignment can be repeated from it. (2) Alignment looks at header
 * stamps only; arrival times go to the raw log and nowhere else, so a recording over sockets does
 * not depend on the network. (3) Nothing is invented: where a topic has a gap, the episode is split
 * and says so. (4) The row of an episode's last tick repeats the last command: no command answers
 * it, and one that comes all the same is in the raw log only. (5) This package logs; it is not part
 * of the control loop.
 */
@NullMarked
package org.strop.bridge.control.record;

import org.jspecify.annotations.NullMarked;
