package org.strop.reward.knox;

import org.strop.reward.world.Values;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

/** Partial return, V*(s₀) and V*(s_T) of segments, undiscounted, by our own world. */
final class SegmentStatistics {
  private static final double EXACT = 1e-9;

  private final World world;
  private final double[] rewards;
  private final double[] values;

  SegmentStatistics(DeliveryTask task) {
    world = task.world();
    rewards = world.rewards(task.weights());
    values = Values.optimal(world, rewards, 1);
  }

  /** Returns V* of every state. */
  double[] values() {
    return values.clone();
  }

  /** Returns partial return, V*(s₀), V*(s_T). */
  double[] of(WorldSegment segment) {
    return new double[] {
      segment.sum(world, rewards), values[segment.first()], values[segment.last()]
    };
  }

  /** Returns how many published rows are what we compute, in all three columns. */
  int reproduced(PreferenceData data) {
    int rows = 0;
    for (int i = 0; i < data.size(); i++) {
      double[] first = of(data.first().get(i));
      double[] second = of(data.second().get(i));
      boolean same = true;
      for (int j = 0; j < first.length; j++) {
        double published = data.statistics()[i * PreferenceData.STATISTICS + j];
        same &= Math.abs(second[j] - first[j] - published) < EXACT;
      }
      rows += same ? 1 : 0;
    }
    return rows;
  }
}
