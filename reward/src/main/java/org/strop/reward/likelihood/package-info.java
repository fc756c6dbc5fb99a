/**
 * Models of how a person answers, given one number per segment.
 *
 * <p>{@link PreferenceModel} is the port: the log-likelihood of an answer, with gradients. Behind
 * it are choices ({@link ChoiceModel}: Bradley-Terry with ties, side bias, mistakes and lapses),
 * scores ({@link ScoreModel}: cumulative logit), orders of lists ({@link RankingModel}:
 * Plackett-Luce with ties), and all of them together for one operator ({@link OperatorModel}).
 *
 * <p>Decisions. (1) Partial return and regret differ only in what is compared, so they are {@link
 * SegmentReturn}, not models of answers: any of them goes with any kind of answer. (2) All
 * probabilities are kept as logarithms, and gradients as sums of terms of one sign, so nothing
 * cancels or overflows. (3) Whatever is learned has a prior, stated in the configuration: an
 * operator who always answers left, or labels that separate perfectly, give finite numbers. (4)
 * Plain double arithmetic, no tensors: there are hundreds of labels, not millions, and the same
 * code serves a fit of ten weights and the gradient of a network. {@link Contrastive} is the
 * likelihood of policies.
 */
@NullMarked
package org.strop.reward.likelihood;

import org.jspecify.annotations.NullMarked;
