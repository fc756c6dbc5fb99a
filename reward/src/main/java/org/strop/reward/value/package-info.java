/**
 * Values of states from recorded steps alone: what regret needs where no planner knows V*.
 *
 * <p>Decisions (ours). The value of a state is taken to be that of going on as whoever recorded the
 * data did, linear in features of the state: successor features by least-squares temporal
 * differences (Bradtke and Barto 1996), so V = w·ψ stays linear in the reward's weights. Over
 * several recorded policies, told apart by who the recordings say acted, the best is taken, softly
 * ({@link org.strop.reward.value.LoggedPolicies}: generalised policy improvement, METHODS 2); one
 * with too few steps for successor features of its own is pooled. A recorded policy is not optimal:
 * this is a lower bound of V*, better the better the data. No simulator and no planning is needed,
 * and pairs without whole episodes will do.
 */
@NullMarked
package org.strop.reward.value;

import org.jspecify.annotations.NullMarked;
