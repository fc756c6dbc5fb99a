package org.strop.reward.features;

import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Refuses NaN and infinite values before they reach a network. */
final class FiniteValues {
  private FiniteValues() {}

  /** Returns the values; throws and names the first that is not finite. */
  static FloatMatrix require(FloatMatrix values, String channel, String episode) {
    if (values.isFinite()) {
      return values;
    }
    for (int t = 0; t < values.rows(); t++) {
      for (int c = 0; c < values.cols(); c++) {
        if (!Float.isFinite(values.get(t, c))) {
          throw new StropException(
              ErrorCode.CORRUPT_DATA,
              channel + "[" + c + "] is " + values.get(t, c) + ", but a reward needs numbers.",
              "episode " + episode + ", step " + t,
              "leave the episode out, or record the channel again.");
        }
      }
    }
    throw new AssertionError("a value that is not finite was not found again");
  }
}
