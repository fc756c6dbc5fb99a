package org.strop.reward.value;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Linear successor features of the policy that recorded some runs, by LSTD.
 *
 * <pre>
 *   ψ(s) = Mᵀx,  x = (1, state features)
 *   ( Σ x_t (x_t − γ x_{t+1})ᵀ + n·ridge·I ) M = Σ x_t φ_tᵀ          Bradtke and Barto 1996
 * </pre>
 *
 * <p>The last step of a run that does not end has no next state and is left out; of one that ends,
 * x_{t+1} = 0. V(s) = w·ψ(s) for any reward r = w·φ. Immutable.
 */
public final class SuccessorFeatures {
  private final RealMatrix weights;

  private SuccessorFeatures(RealMatrix weights) {
    this.weights = weights;
  }

  /**
   * Fits.
   *
   * @param runs at least one with a step that has a next one, or that ends
   * @param discount γ in [0, 1); 1 only where all runs end
   * @param ridge per step, above 0, in squared units of the state's features: scale those to about
   *     1
   */
  public static SuccessorFeatures fit(List<RecordedRun> runs, double discount, double ridge) {
    if (!(discount >= 0 && discount <= 1) || !(ridge > 0)) {
      throw new IllegalArgumentException("discount " + discount + ", ridge " + ridge);
    }
    int p = runs.get(0).states()[0].length + 1;
    int d = runs.get(0).features()[0].length;
    double[][] a = new double[p][p];
    double[][] b = new double[p][d];
    int steps = 0;
    for (RecordedRun run : runs) {
      int last = run.states().length - (run.ends() ? 0 : 1);
      for (int t = 0; t < last; t++) {
        double[] x = withOne(run.states()[t]);
        boolean over = t + 1 == run.states().length;
        double[] next = over ? new double[p] : withOne(run.states()[t + 1]);
        for (int i = 0; i < p; i++) {
          for (int j = 0; j < p; j++) {
            a[i][j] += x[i] * (x[j] - discount * next[j]);
          }
          for (int j = 0; j < d; j++) {
            b[i][j] += x[i] * run.features()[t][j];
          }
        }
        steps++;
      }
    }
    for (int i = 0; i < p; i++) {
      a[i][i] += Math.max(1, steps) * ridge;
    }
    RealMatrix left = new Array2DRowRealMatrix(a, false);
    return new SuccessorFeatures(
        new QRDecomposition(left).getSolver().solve(new Array2DRowRealMatrix(b, false)));
  }

  private static double[] withOne(double[] state) {
    double[] x = new double[state.length + 1];
    x[0] = 1;
    System.arraycopy(state, 0, x, 1, state.length);
    return x;
  }

  /**
   * Returns ψ(s), length d.
   *
   * @param state features of the state, length P; not modified
   */
  public double[] at(double[] state) {
    return weights.preMultiply(withOne(state));
  }
}
