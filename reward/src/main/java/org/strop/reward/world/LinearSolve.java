package org.strop.reward.world;

/** Dense linear systems with several right-hand sides, for some hundred unknowns. */
final class LinearSolve {
  private LinearSolve() {}

  /**
   * Solves M X = B by elimination with partial pivoting, O(n³).
   *
   * @param m [n, n], row-major; overwritten
   * @param b [n, k], row-major; replaced by X
   * @throws ArithmeticException if M is singular
   */
  static void inPlace(double[] m, double[] b, int n, int k) {
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(m[r * n + c]) > Math.abs(m[pivot * n + c]) ? r : pivot;
      }
      if (!(Math.abs(m[pivot * n + c]) > 1e-300)) {
        throw new ArithmeticException("singular in column " + c);
      }
      swap(m, n, pivot, c);
      swap(b, k, pivot, c);
      for (int r = c + 1; r < n; r++) {
        double factor = m[r * n + c] / m[c * n + c];
        if (factor != 0) {
          subtract(m, n, r, c, factor, c);
          subtract(b, k, r, c, factor, 0);
        }
      }
    }
    for (int r = n - 1; r >= 0; r--) {
      for (int c = r + 1; c < n; c++) {
        subtract(b, k, r, c, m[r * n + c], 0);
      }
      for (int j = 0; j < k; j++) {
        b[r * k + j] /= m[r * n + r];
      }
    }
  }

  private static void subtract(
      double[] x, int width, int from, int what, double factor, int start) {
    for (int j = start; j < width; j++) {
      x[from * width + j] -= factor * x[what * width + j];
    }
  }

  private static void swap(double[] x, int width, int a, int b) {
    for (int j = 0; a != b && j < width; j++) {
      double held = x[a * width + j];
      x[a * width + j] = x[b * width + j];
      x[b * width + j] = held;
    }
  }
}
