/**
 * Which model do people follow? The delivery domain of Knox et al. (arXiv 2206.02231) with people's
 * choices, as published: reproduced, modelled, and used to learn a reward.
 *
 * <p>Decisions. The board, the rewards, the pairs and the labels come from files; only the rules of
 * the game (what a cell's code means) are code, because no file holds them. Reward weights are read
 * off the reward table by the most common value, so one wrong entry neither changes them nor goes
 * unnoticed. Fits of few parameters are exact (Newton), where the paper took gradient steps: the
 * same optimum without its distance from it. Folds are fixed by a seed before any model is fitted,
 * and all models share them; whatever the best model chooses (features, penalty, lapse), it chooses
 * by cross-validation inside the training part of each fold.
 */
@NullMarked
package org.strop.reward.knox;

import org.jspecify.annotations.NullMarked;
