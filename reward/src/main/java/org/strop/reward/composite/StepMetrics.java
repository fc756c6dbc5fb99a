package org.strop.reward.composite;

import java.util.List;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;

/**
 * Declared metrics of each step, turned so that more is better, unscaled: those that are observed,
 * and those that only the {@code cut} channel tells.
 */
public final class StepMetrics {
  private final List<MetricConfig> observed;
  private final List<MetricConfig> labelSide;

  /** Sorts metrics into the two groups; each keeps its order. */
  public StepMetrics(List<MetricConfig> metrics) {
    this.observed = metrics.stream().filter(m -> !m.quantity().labelSide()).toList();
    this.labelSide = metrics.stream().filter(m -> m.quantity().labelSide()).toList();
  }

  /** Returns the metrics that observations tell. */
  public List<MetricConfig> observed() {
    return observed;
  }

  /** Returns the metrics that only labels tell: the concepts that a reward predicts. */
  public List<MetricConfig> labelSide() {
    return labelSide;
  }

  /** Returns the observed metrics of each step, [T, number of observed]. */
  public FloatMatrix observed(Trajectory trajectory) {
    return table(observed, trajectory);
  }

  /**
   * Returns the label-side metrics of each step, [T, number of label-side]; NaN where the channel
   * is missing or was not observed.
   */
  public FloatMatrix labelSide(Trajectory trajectory) {
    return table(labelSide, trajectory);
  }

  private static FloatMatrix table(List<MetricConfig> metrics, Trajectory trajectory) {
    float[] values = new float[trajectory.length() * metrics.size()];
    for (int k = 0; k < metrics.size(); k++) {
      MetricConfig metric = metrics.get(k);
      boolean known = trajectory.find(metric.quantity().source().key()).isPresent();
      double[] quantity = known ? metric.quantity().of(trajectory) : new double[0];
      for (int t = 0; t < trajectory.length(); t++) {
        values[t * metrics.size() + k] = known ? (float) metric.signed(quantity[t]) : Float.NaN;
      }
    }
    return FloatMatrix.of(trajectory.length(), metrics.size(), values);
  }
}
