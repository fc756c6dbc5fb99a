/**
 * Which preference model people follow: partial return, regret or a mixture, with or without side
 * bias and lapses, by likelihood on labels that the fit never saw.
 *
 * <p>Decisions (ours). (1) The figure is the log-likelihood of a held-out label per label, a tie
 * counted as half of each side, so models with and without a lapse are on one scale with METHODS'
 * cross-entropies. (2) Whatever a model needs to know of data, its scaling, values and the strength
 * of its prior, is found inside the training folds. (3) Labels of one pair, and pairs that share
 * recorded steps, stay in one fold, and count as one in standard errors. (4) Differences are paired
 * label by label. The highest is chosen; whether it is beyond doubt is said beside it.
 */
@NullMarked
package org.strop.reward.compare;

import org.jspecify.annotations.NullMarked;
