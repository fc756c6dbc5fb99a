/** Episodes in the process: many cells in lockstep under one policy, or under the demonstrator. */
@NullMarked
package org.strop.sim.rollout;

import org.jspecify.annotations.NullMarked;
