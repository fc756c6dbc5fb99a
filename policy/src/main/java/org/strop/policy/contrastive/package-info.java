/**
 * Contrastive preference learning (Hejna et al. 2024, arXiv 2310.13639): a policy straight from
 * choices, without a reward and without reinforcement learning.
 *
 * <pre>
 *   S = Σ_t α·log π(a_t|o_t)                     plain form
 *   S = Σ_t α·(log π(a_t|o_t) − log π_ref(a_t|o_t))   KL form, frozen reference
 *   L = mean over pairs ℓ(S₁, S₂, y)  [ + c·mean(−log π) over the steps of the pairs: BC form, λ = 1 ]
 * </pre>
 *
 * <p>Decisions. (1) ℓ comes through {@link org.strop.policy.port.PairLoss}: the network gives S₁
 * and S₂, the loss is taken in double precision, and Σ g·S with its derivatives g is what is sent
 * back through the network. Its gradient is that of L; logits of any size stay exact. (2) The start
 * is an actor cloned from all segments, of both sides of the pairs; the optimiser begins anew, with
 * its own warm-up, because the moments of another loss mean nothing here. (3) S is a sum, as in the
 * paper: of two segments of unequal length the longer one has the lower S with a deterministic
 * actor. Cut segments of one length where the choice is yours. (4) Ties are labels of ½; a batch of
 * pure ties is a step like any other, and one whose gradient is zero leaves the weights alone.
 */
@NullMarked
package org.strop.policy.contrastive;

import org.jspecify.annotations.NullMarked;
