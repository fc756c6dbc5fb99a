/**
 * The per-step reward: an ensemble of small networks, its training on classes, scores and choices,
 * and its report.
 *
 * <p>Decisions (ours). (1) The M members are one batched block; they differ in their first weights
 * <em>and</em> in what they see: episodes are dealt into M folds and member m never sees a label
 * that touches fold m. So the spread is that of refitting on other data, and every label has
 * members that never saw it: the report's held-out figures use all labels at no extra cost. (2) A
 * tenth of the remaining labels of each member decides when to stop. (3) Rewards pass a sigmoid, so
 * classes, scores and choices share one scale; choices have a learned gain per member between a
 * difference of returns and a logit. (4) Where choices follow regret, values of states are a linear
 * map of the rewards of recorded steps (least-squares temporal differences), not a head that would
 * lag behind: {@code StateValues}. They serve the fit alone, the reward that is saved has no part
 * of them.
 *
 * <p>Arrays live in the step's manager only; what is kept between steps are Java arrays.
 */
@NullMarked
package org.strop.reward.model;

import org.jspecify.annotations.NullMarked;
