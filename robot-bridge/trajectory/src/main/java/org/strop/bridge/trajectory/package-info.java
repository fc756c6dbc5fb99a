/**
 * Plain data that flows between robot, log, policy, reward and people: trajectories, segments,
 * labels, and the policy port.
 */
@NullMarked
package org.strop.bridge.trajectory;

import org.jspecify.annotations.NullMarked;
