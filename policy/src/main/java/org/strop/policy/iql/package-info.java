/**
 * Implicit Q-learning (Kostrikov et al. 2022): offline reinforcement learning on recorded steps
 * with any reward per step. Here it is the second half of "learn a reward, then optimise it", the
 * rival that contrastive learning is compared with.
 *
 * <pre>
 *   L_V = E |τ_e − 1[u &lt; 0]|·u²,          u = min_k Q̄_k(s, a) − V(s)
 *   L_Q = E Σ_k (r + γ·V(s′) − Q_k(s, a))²,  γ·V(s′) left out after a terminal step
 *   L_π = E min(exp(u/β), 100)·(−log π(a|s))
 *   Q̄ ← Q̄ + τ·(Q − Q̄)
 * </pre>
 *
 * <p>Decisions. (1) The three losses are added and stepped at once, with gradients stopped between
 * them; Adam works per weight, so this is the three updates of the paper, all taken from the same
 * weights instead of one after the other. (2) Rewards are divided by their standard deviation over
 * the data (ours), so that β means the same for a learned reward as for the true one. (3) The last
 * step of an episode that was cut off, not ended, has no successor and is learnt from by nothing
 * but V and π.
 */
@NullMarked
package org.strop.policy.iql;

import org.jspecify.annotations.NullMarked;
