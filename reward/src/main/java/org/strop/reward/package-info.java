/**
 * The reward: models of people's preferences, and how well they fit.
 *
 * <p>{@code npy} reads published label arrays; {@code metrics} says how good a prediction is, with
 * intervals; {@code likelihood} turns returns or regrets into the probability of an answer; {@code
 * choice} fits that to people's answers, {@code compare} finds which of them people follow, {@code
 * value} supplies the values that regret needs; {@code ceiling} says how good any model could be
 * and {@code calibrate} mends probabilities; {@code label} is what people said; {@code model} is
 * the per-step reward ensemble and its training; {@code pairs} trains on people's pairs alone.
 *
 * <p>{@code world} are finite worlds with exact values; {@code regret} is the regret model and what
 * is learned under it; {@code knox} sets models against people's choices in a published study;
 * {@code recovery} asks in random worlds which rewards come back from labels.
 */
@NullMarked
package org.strop.reward;

import org.jspecify.annotations.NullMarked;
