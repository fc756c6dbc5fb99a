/**
 * How well any model could do: people do not always agree, with each other or with themselves.
 *
 * <p>Decisions (ours). (1) Only pairs that were answered more than once speak; ties are left out of
 * accuracy, as they are of the models' accuracy, and kept in the correlation. (2) The share of
 * equal answers A is unbiased; the best accuracy C that it allows lies between A and ½(1 + √(2A −
 * 1)), and the estimate takes people's probabilities to be Beta(a, a), the one symmetric shape with
 * A as its only parameter. Plugging in observed majorities would be biased upward. (3) Intervals
 * are Wilson's, at the number of repeated pairs, so that perfect agreement on five pairs is not
 * certainty.
 */
@NullMarked
package org.strop.reward.ceiling;

import org.jspecify.annotations.NullMarked;
