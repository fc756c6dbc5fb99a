/**
 * The regret model of preference, and rewards learned under it.
 *
 * <p>Decisions. {@link org.strop.reward.regret.SegmentRegret} holds the definitions and nothing
 * else, so that other models can use them with their own values. V* as a function of reward weights
 * is a soft maximum over policies with known successor features, with its analytic gradient:
 * learning needs no automatic differentiation, no planning inside the loop, and runs on flat arrays
 * of the states that occur. Swapping a pair together with its label leaves cost and gradient as
 * they are, so the published "each pair also swapped" needs no second copy of the data.
 */
@NullMarked
package org.strop.reward.regret;

import org.jspecify.annotations.NullMarked;
