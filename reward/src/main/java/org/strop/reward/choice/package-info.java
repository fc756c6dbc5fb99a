/**
 * Fits of what people's answers follow: weights of a few numbers per segment, and the habits of
 * each operator, from choices, scores and orders at once.
 *
 * <p>Decisions (ours). (1) One maximum of the posterior by BFGS in double precision: there are tens
 * of parameters, gradients are exact, and the same labels give the same numbers on every machine
 * with the same arithmetic. (2) Features are centred and scaled by what the segments of one answer
 * differ by, so a prior of a few units per weight is weak for any unit of reward; it bounds the
 * weights where labels separate perfectly. (3) Operators share the weights and have their own
 * habits; for weights of their own, fit them one by one ({@code compare} does).
 */
@NullMarked
package org.strop.reward.choice;

import org.jspecify.annotations.NullMarked;
