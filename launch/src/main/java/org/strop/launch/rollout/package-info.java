/** Rollouts of any task of the simulator, summed up in one form. */
@NullMarked
package org.strop.launch.rollout;

import org.jspecify.annotations.NullMarked;
