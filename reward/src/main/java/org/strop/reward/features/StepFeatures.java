package org.strop.reward.features;

import java.util.List;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;

/** Turns each step of a trajectory into a row of numbers, from its observations and action only. */
public interface StepFeatures {
  /** Returns F, the number of features. */
  int width();

  /** Returns the channels that are read, by key; a trajectory without one can't be scored. */
  List<String> channels();

  /**
   * Returns the features of every step, unscaled. Row t depends on steps up to t only.
   *
   * @return shape [T, F], finite
   * @throws org.strop.configs.StropException {@code CORRUPT_DATA} if a channel is missing, or a
   *     value is NaN or infinite; names episode, channel and step
   */
  FloatMatrix of(Trajectory trajectory);
}
