package org.strop.sim.operator;

import org.strop.configs.Bounds;

/**
 * A taste that changes while the operator judges: every number of it moves on a straight line from
 * the first taste to the last, and stays there. Ours; people's criteria move as they see more
 * attempts.
 *
 * @param answers answers after which the last taste is reached
 * @param taste the last taste
 */
public record DriftConfig(
    @Bounds(min = 0, exclusiveMin = true, max = 1e6) double answers, TasteConfig taste) {
  /** Returns the taste after this many answers. */
  TasteConfig after(TasteConfig first, int answered) {
    return answered == 0 ? first : first.towards(taste, Math.min(1, answered / answers));
  }
}
