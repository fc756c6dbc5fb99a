package org.strop.reward.model;

/**
 * The mean reward that a run of steps should have.
 *
 * @param span its rows
 * @param value in [0, 1]
 * @param weight at least 0
 */
record ValueTarget(Span span, double value, double weight) {}
