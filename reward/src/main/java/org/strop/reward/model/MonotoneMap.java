package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.Objects;
import org.strop.policy.nn.Initializer;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Scalars;
import org.strop.policy.nn.Tensor;
import org.strop.reward.likelihood.BradleyTerry;

/**
 * What each metric adds to the reward: K rising piecewise linear curves per member, one per metric.
 *
 * <pre>
 *   φ_k(s) = Σ_j a_kj · clip(s − e_j, 0, 1),   e_j = −3, −2, …, 2,   a_kj = c · softplus(θ_kj)/ln 2 ≥ 0
 * </pre>
 *
 * <p>s is the metric, turned so that more is better, in standard deviations; beyond ±3 a curve is
 * flat. Additive, so that each metric's part can be read off and drawn; slopes can't be negative,
 * whatever is learned. c = strength/K makes all curves rise by {@code strength} in sum per
 * deviation at θ = 0, where weight decay pulls to. Ours.
 */
record MonotoneMap(int slopes, int members, int metrics, double unit) {
  private static final String NAME = "metrics";

  /** Edges e_j of the ramps, standard deviations. */
  private static final float[] EDGES = {-3, -2, -1, 0, 1, 2};

  static MonotoneMap declare(ParameterLayout layout, int members, int metrics, double strength) {
    int slot = layout.add(NAME, new Initializer.Constant(0), members, metrics, EDGES.length);
    return new MonotoneMap(slot, members, metrics, unit(strength, metrics));
  }

  private static double unit(double strength, int metrics) {
    return strength / metrics / Math.log(2);
  }

  /**
   * Returns each metric's part.
   *
   * @param s scaled metrics, [M or 1, N, K]; no gradient flows into them from here
   * @return [M, N, K]; belongs to the manager of s
   */
  NDArray forward(Parameters p, NDArray s) {
    NDManager scope = s.getManager();
    NDArray edges = scope.create(EDGES, new Shape(1, 1, 1, EDGES.length));
    NDArray ramps = s.stopGradient().expandDims(3).sub(edges).clip(0, 1);
    NDArray raw = scope.zeros(new Shape(1)).add(p.get(slopes)); // owned by the step
    NDArray a = Scalars.times(ai.djl.nn.Activation.softPlus(raw), (float) unit).expandDims(1);
    return ramps.mul(a).sum(new int[] {3});
  }

  /** The fitted curves, read off the engine. */
  static final class Curves {
    private final float[] theta;
    private final int metrics;
    private final double unit;

    /**
     * Reads a fit.
     *
     * @param tensors of it, with this map's
     */
    Curves(Map<String, Tensor> tensors, int metrics, double strength) {
      this.theta = Objects.requireNonNull(tensors.get(NAME), NAME).values();
      this.metrics = metrics;
      this.unit = unit(strength, metrics);
    }

    /** Returns φ_k(s) of a member. */
    double at(int member, int k, double s) {
      double sum = 0;
      for (int j = 0; j < EDGES.length; j++) {
        double slope =
            unit * BradleyTerry.softplus(theta[(member * metrics + k) * EDGES.length + j]);
        sum += slope * Math.max(0, Math.min(1, s - EDGES[j]));
      }
      return sum;
    }
  }
}
