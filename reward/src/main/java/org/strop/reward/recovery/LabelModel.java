package org.strop.reward.recovery;

import org.strop.reward.regret.SegmentRegret;
import org.strop.reward.world.WorldSegment;

/** What labels are drawn from. */
public enum LabelModel {
  /** Deterministic regret. */
  REGRET,
  /** Partial return. */
  PARTIAL_RETURN;

  /** Returns how good a segment is: minus its regret, or its partial return. */
  double score(WorldSegment segment, RandomWorld task, double[] rewards, double[] values) {
    double partialReturn = segment.sum(task.world(), rewards);
    return switch (this) {
      case PARTIAL_RETURN -> partialReturn;
      case REGRET ->
          -SegmentRegret.deterministic(
              partialReturn, values[segment.first()], values[segment.last()]);
    };
  }
}
