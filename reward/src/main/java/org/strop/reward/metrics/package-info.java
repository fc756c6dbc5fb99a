/**
 * How good predictions are: rates with intervals, accuracy, calibration, rank correlation. Plain
 * double arithmetic.
 */
@NullMarked
package org.strop.reward.metrics;

import org.jspecify.annotations.NullMarked;
