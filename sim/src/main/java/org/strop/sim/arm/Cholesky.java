package org.strop.sim.arm;

/**
 * Solves A x = b for small symmetric positive definite A, row-major. Preallocated: factor and solve
 * allocate nothing. One per thread.
 */
final class Cholesky {
  private final int n;
  private final double[] l; // lower triangle; the diagonal holds 1 / l_ii

  Cholesky(int n) {
    this.n = n;
    l = new double[n * n];
  }

  /**
   * Factors A = L Lᵀ; reads its lower triangle.
   *
   * @param a n x n; not modified
   * @return whether A is positive definite; if not, the factor is not to be used
   */
  boolean factor(double[] a) {
    for (int i = 0; i < n; i++) {
      int row = i * n;
      for (int j = 0; j < i; j++) {
        double sum = a[row + j];
        for (int k = 0; k < j; k++) {
          sum -= l[row + k] * l[j * n + k];
        }
        l[row + j] = sum * l[j * n + j];
      }
      double sum = a[row + i];
      for (int k = 0; k < i; k++) {
        sum -= l[row + k] * l[row + k];
      }
      if (!(sum > 0)) {
        return false;
      }
      l[row + i] = 1 / Math.sqrt(sum);
    }
    return true;
  }

  /** Overwrites b[at .. at + n) with A⁻¹ b. */
  void solve(double[] b, int at) {
    forward(b, at);
    backward(b, at);
  }

  /** Overwrites b with L⁻¹ b. */
  void forward(double[] b, int at) {
    for (int i = 0; i < n; i++) {
      double sum = b[at + i];
      for (int k = 0; k < i; k++) {
        sum -= l[i * n + k] * b[at + k];
      }
      b[at + i] = sum * l[i * n + i];
    }
  }

  /** Writes the diagonal of A⁻¹ = L⁻ᵀ L⁻¹: the squared columns of L⁻¹. */
  void inverseDiagonal(double[] column, double[] out) {
    for (int c = 0; c < n; c++) {
      double squares = 0;
      for (int i = c; i < n; i++) {
        double sum = i == c ? 1 : 0;
        for (int k = c; k < i; k++) {
          sum -= l[i * n + k] * column[k];
        }
        column[i] = sum * l[i * n + i];
        squares += column[i] * column[i];
      }
      out[c] = squares;
    }
  }

  private void backward(double[] b, int at) {
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[at + i];
      for (int k = i + 1; k < n; k++) {
        sum -= l[k * n + i] * b[at + k];
      }
      b[at + i] = sum * l[i * n + i];
    }
  }
}
