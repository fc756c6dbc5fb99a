package org.strop.reward.knox;

/** Symmetric positive definite systems of a few unknowns. */
final class Cholesky {
  private static final double LEAST_PIVOT = 1e-12;

  private Cholesky() {}

  /**
   * Returns M⁻¹ b. Pivots are kept above a trifle, so a column that says nothing gets no weight.
   *
   * @param m [n, n], lower triangle read; overwritten with its factor
   * @param b length n; not modified
   */
  static double[] solve(double[] m, double[] b) {
    int n = b.length;
    double[] x = b.clone();
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        m[j * n + j] -= m[j * n + k] * m[j * n + k];
      }
      m[j * n + j] = Math.sqrt(Math.max(m[j * n + j], LEAST_PIVOT));
      for (int i = j + 1; i < n; i++) {
        for (int k = 0; k < j; k++) {
          m[i * n + j] -= m[i * n + k] * m[j * n + k];
        }
        m[i * n + j] /= m[j * n + j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= m[i * n + k] * x[k];
      }
      x[i] /= m[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= m[k * n + i] * x[k];
      }
      x[i] /= m[i * n + i];
    }
    return x;
  }
}
