/**
 * Making probabilities mean what they say: one temperature, fitted on held-out predictions.
 *
 * <p>Decisions (ours). (1) The temperature that a prediction is divided by is fitted on the
 * held-out predictions of <em>other</em> folds only (cross-fitting), so nothing is judged on what
 * it was fitted to. (2) A single temperature: with some dozens of labels, anything richer fits
 * noise. (3) Decisive labels only, as accuracy and calibration are reported on them. (4) The
 * calibration error of few labels is biased upward, so it is printed with what a perfectly
 * calibrated model would show at the same predictions.
 */
@NullMarked
package org.strop.reward.calibrate;

import org.jspecify.annotations.NullMarked;
