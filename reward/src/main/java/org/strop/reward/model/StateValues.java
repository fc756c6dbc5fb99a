package org.strop.reward.model;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Values of recorded states under any reward of the steps, as a linear map of that reward.
 *
 * <pre>
 *   V(s) = x(s)ᵀ A⁻¹ Σ_t x_t r_t,   A = Σ_t x_t (x_t − γ x_{t+1})ᵀ + n·ridge·I,   x = (1, features)
 * </pre>
 *
 * <p>Where semi-gradient TD with linear values comes to rest (Bradtke and Barto 1996), found at
 * once: values are those of the current reward at every optimiser step, not of one some steps ago,
 * and their gradient by the reward is exact. Ours: Knox et al. 2022 have V* of a known world. These
 * are values of whoever recorded the episodes; after an episode's last step they are 0, as in
 * {@code reward compare}. No label enters. Immutable.
 */
final class StateValues {
  private final TrainingSet set;
  private final RealMatrix solver;
  private final double[] meanState;
  private final boolean[] over;

  private StateValues(TrainingSet set, RealMatrix solver, double[] meanState, boolean[] over) {
    this.set = set;
    this.solver = solver;
    this.meanState = meanState;
    this.over = over;
  }

  /** Fits to all recorded steps of a set with at least one. */
  static StateValues fit(TrainingSet set, ValueConfig config) {
    int k = set.width() + 1;
    int n = set.rows().length / set.width();
    double[][] a = new double[k][k];
    double[] mean = new double[k];
    boolean[] over = new boolean[n + 1];
    for (Span episode : set.episodes()) {
      for (int t = episode.from(); t < episode.to(); t++) {
        double[] x = state(set, t);
        double[] next = t + 1 == episode.to() ? new double[k] : state(set, t + 1);
        for (int i = 0; i < k; i++) {
          mean[i] += x[i] / n;
          for (int j = 0; j < k; j++) {
            a[i][j] += x[i] * (x[j] - config.discount() * next[j]) / n;
          }
        }
      }
      over[episode.to()] = true;
    }
    for (int i = 0; i < k; i++) {
      a[i][i] += config.ridge();
    }
    RealMatrix left = new Array2DRowRealMatrix(a, false);
    RealMatrix inverse =
        new QRDecomposition(left).getSolver().solve(MatrixUtils.createRealIdentityMatrix(k));
    return new StateValues(set, inverse, mean, over);
  }

  /** Returns x of a row, length F + 1. */
  private static double[] state(TrainingSet set, int row) {
    double[] x = new double[set.width() + 1];
    x[0] = 1;
    for (int i = 1; i < x.length; i++) {
      x[i] = set.rows()[row * set.width() + i - 1];
    }
    return x;
  }

  /**
   * Returns d, length F + 1: (V(s_T) − V(s_0))/T of a run of T steps is d·b, b the mean of x r over
   * all recorded steps.
   */
  double[] difference(Span run) {
    double[] x = new double[set.width() + 1];
    double[] first = state(set, run.from());
    double[] last = over[run.to()] ? new double[x.length] : state(set, run.to());
    for (int i = 0; i < x.length; i++) {
      x[i] = (last[i] - first[i]) / run.length();
    }
    return solver.preMultiply(x);
  }

  /** Returns b, the mean of x r over all recorded steps. */
  double[] moments(float[] rewards) {
    double[] b = new double[set.width() + 1];
    for (int row = 0; row < rewards.length; row++) {
      double[] x = state(set, row);
      for (int i = 0; i < b.length; i++) {
        b[i] += x[i] * rewards[row] / rewards.length;
      }
    }
    return b;
  }

  /**
   * Returns what the rewards of a few rows add to the mean rewards of runs, so that the mean plus
   * this is −regret/T: shift of run j = Σ_i r_i out[i, j].
   *
   * <p>b is estimated as Σ wᵢ rᵢ (xᵢ − Σ w x + mean x): exact for equal rewards, whichever rows are
   * drawn.
   *
   * @param rows drawn; those of weight 0 are not looked at
   * @param weights sum to 1
   * @return row-major [rows, runs]
   */
  float[] shifts(int[] rows, double[] weights, List<Span> runs) {
    int k = set.width() + 1;
    double[] centre = meanState.clone();
    for (int i = 0; i < rows.length; i++) {
      add(centre, rows[i], -weights[i]);
    }
    double[][] differences = runs.stream().map(this::difference).toArray(double[][]::new);
    float[] out = new float[Math.multiplyExact(rows.length, runs.size())];
    for (int i = 0; i < rows.length; i++) {
      if (weights[i] > 0) {
        double[] x = centre.clone();
        add(x, rows[i], 1);
        for (int j = 0; j < differences.length; j++) {
          double sum = 0;
          for (int c = 0; c < k; c++) {
            sum += x[c] * differences[j][c];
          }
          out[i * differences.length + j] = (float) (weights[i] * sum);
        }
      }
    }
    return out;
  }

  private void add(double[] to, int row, double factor) {
    if (factor != 0) {
      double[] x = state(set, row);
      for (int i = 0; i < x.length; i++) {
        to[i] += factor * x[i];
      }
    }
  }
}
