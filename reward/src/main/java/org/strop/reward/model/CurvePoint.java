package org.strop.reward.model;

/**
 * A point of the learning curves; losses are weighted sums of the parts, means over members.
 *
 * @param step optimiser steps done
 * @param training mean loss of the batches since the last point
 * @param validation loss on the validation labels; NaN where there are none
 */
public record CurvePoint(int step, double training, double validation) {}
