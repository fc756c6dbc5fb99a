package org.strop.reward.composite;

import java.util.List;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.reward.features.StepFeatures;

/** Features of a step with its observed metrics after them. */
public final class MetricFeatures implements StepFeatures {
  private final StepFeatures features;
  private final StepMetrics metrics;

  /**
   * Adds metrics to features.
   *
   * @param features whose channels include those of the observed metrics
   */
  public MetricFeatures(StepFeatures features, StepMetrics metrics) {
    this.features = features;
    this.metrics = metrics;
  }

  @Override
  public int width() {
    return features.width() + metrics.observed().size();
  }

  @Override
  public List<String> channels() {
    return features.channels();
  }

  @Override
  public FloatMatrix of(Trajectory trajectory) {
    FloatMatrix plain = features.of(trajectory); // refuses what is missing or not finite
    FloatMatrix observed = metrics.observed(trajectory);
    float[] out = new float[trajectory.length() * width()];
    for (int t = 0; t < trajectory.length(); t++) {
      plain.copyRow(t, out, t * width());
      observed.copyRow(t, out, t * width() + plain.cols());
    }
    return FloatMatrix.of(trajectory.length(), width(), out);
  }
}
