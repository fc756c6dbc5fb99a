/**
 * The composite reward's readable half: task metrics per step, each declared to be better upward or
 * downward, and what each part of a reward contributes.
 *
 * <p>Decisions (ours). (1) A metric is a quantity, a shape and a direction, all declared in the
 * configuration; nothing of it is learned, so it means the same in every run. (2) Quantities of the
 * {@code cut} channel are label-side: a robot at work does not have them. A reward predicts their
 * metrics from observations (concept bottleneck, Koh et al. 2020) and is supervised by the channel
 * where it was recorded. (3) Metrics are turned so that more is better, then scaled: the map from
 * metrics to reward has non-negative slopes only. Plain Java: no tensors here.
 */
@NullMarked
package org.strop.reward.composite;

import org.jspecify.annotations.NullMarked;
