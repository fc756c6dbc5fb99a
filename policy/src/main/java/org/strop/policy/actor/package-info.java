/**
 * A perceptron that maps one observation to one action: the actor of behaviour cloning, contrastive
 * preference learning and implicit Q-learning, and the steps that they all learn from.
 *
 * <p>Decisions (ours). (1) Observations and actions are scaled to [-1, 1] by their range in the
 * data ({@link org.strop.policy.nn.MinMaxNormalizer}); log-likelihoods are of scaled actions, so α
 * and the width of a Gaussian mean the same in every task. (2) A component that is constant in the
 * data carries nothing: as an observation it reads 0, as an action it is left out of log π and
 * always commanded as it was. (3) A policy acts by the mean of its distribution, cut off at the
 * range that the data commanded: an objective that only pushes likelihoods apart can move a mean
 * anywhere. (4) NaN is refused in what is learnt from, with step and component. While acting, a NaN
 * observation gives a NaN action, which the safety filter answers with a hold. (5) Vectors only:
 * positions are absolute and quaternions are not normalised; use a diffusion policy for poses.
 */
@NullMarked
package org.strop.policy.actor;

import org.jspecify.annotations.NullMarked;
