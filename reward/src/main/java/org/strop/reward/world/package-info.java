/**
 * Finite deterministic worlds: grids, exact values, successor features, scaled return.
 *
 * <p>Decisions. Arrays are flat ({@code state * actions + action}), because reward learning reads
 * them millions of times. Terminal states are absorbing with zero features, always: what a segment
 * does after its end is then defined, and no reward can be learned for it. Policies are tables of
 * probabilities, so that ties among greedy actions can be split evenly instead of being broken by
 * the order of actions. Policy values come from a linear solve, not from sampling: scaled return
 * has no noise of its own.
 */
@NullMarked
package org.strop.reward.world;

import org.jspecify.annotations.NullMarked;
