package org.strop.reward.model;

import java.util.List;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.composite.CompositeConfig;
import org.strop.reward.composite.MetricConfig;
import org.strop.reward.composite.StepMetrics;
import org.strop.reward.features.FeatureScaling;

/**
 * Label-side metrics of all steps, scaled: what a composite reward learns to predict.
 *
 * @param metrics their declarations, L
 * @param values [N, L], NaN where unknown
 * @param scaling by mean and deviation of the known ones; of width L, or 1 where L is 0
 */
@SuppressWarnings("ArrayRecordComponent") // a large table with one owner, never compared
record Concepts(List<MetricConfig> metrics, float[] values, FeatureScaling scaling) {
  private static final FeatureScaling NO_SCALING =
      new FeatureScaling(new float[1], new float[] {1}, 1);

  int count() {
    return metrics.size();
  }

  /**
   * Measures trajectories.
   *
   * @throws StropException {@code MISSING_DATA} if label-side metrics are declared and no step has
   *     them
   */
  static Concepts of(RewardConfig config, List<Trajectory> trajectories) {
    StepMetrics metrics =
        new StepMetrics(config.composite().map(CompositeConfig::metrics).orElse(List.of()));
    List<MetricConfig> declared = metrics.labelSide();
    if (declared.isEmpty()) {
      return new Concepts(declared, new float[0], NO_SCALING);
    }
    int n = trajectories.stream().mapToInt(Trajectory::length).sum();
    float[] values = new float[Math.multiplyExact(n, declared.size())];
    int at = 0;
    for (Trajectory trajectory : trajectories) {
      float[] part = metrics.labelSide(trajectory).toArray();
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    float[] known = known(values, declared.size());
    if (known.length == 0) {
      throw missing(declared);
    }
    FeatureScaling scaling = FeatureScaling.fit(known, declared.size(), config.features().clip());
    scaling.apply(values);
    return new Concepts(declared, values, scaling);
  }

  /** Returns the rows without NaN. */
  private static float[] known(float[] values, int width) {
    float[] out = new float[values.length];
    int count = 0;
    for (int row = 0; row < values.length; row += width) {
      boolean finite = true;
      for (int k = 0; k < width; k++) {
        finite &= Float.isFinite(values[row + k]);
      }
      if (finite) {
        System.arraycopy(values, row, out, count, width);
        count += width;
      }
    }
    return java.util.Arrays.copyOf(out, count);
  }

  private static StropException missing(List<MetricConfig> declared) {
    List<String> names = declared.stream().map(MetricConfig::name).toList();
    return new StropException(
        ErrorCode.MISSING_DATA,
        "No step has the channel that the metrics "
            + String.join(", ", names)
            + " come from: "
            + declared.get(0).quantity().source().key()
            + ".",
        "key composite.metrics",
        "give attempts on which it was measured, or leave these metrics out.");
  }
}
