package org.strop.sim.arm;

import java.util.Arrays;

/**
 * One implicit velocity step of joints with dry friction and stops: the unique solution of
 *
 * <pre>  v = argmin ½ vᵀ A v − bᵀ v + Σ cᵢ |vᵢ|   subject to   loᵢ ≤ vᵢ ≤ hiᵢ</pre>
 *
 * with A symmetric positive definite, c the impulse that dry friction can give and lo ≤ 0 ≤ hi. Its
 * conditions are Coulomb's law (a joint sticks while |A v − b|ᵢ ≤ cᵢ, else slides against cᵢ) and
 * inelastic stops (Moreau 1988; Stewart and Trinkle 1996): a joint that sticks has a velocity of
 * exactly zero, and none passes its limit.
 *
 * <p>Solved by guessing which joints slide, stick or stop, solving the linear system of those that
 * slide, and turning over the guesses that the answer contradicts: all at once, and only the first
 * after a few rounds (Júdice and Pires 1994); if that does not settle, by coordinate descent, which
 * always does. The guess is kept from step to step, so that one round is usual. Allocates nothing.
 */
final class JointStep {
  private static final int LOWER = -2;
  private static final int BACKWARD = -1;
  private static final int STUCK = 0;
  private static final int FORWARD = 1;
  private static final int UPPER = 2;
  private static final int ROUNDS = 8;
  private static final int SINGLE_ROUNDS = 40;
  private static final int SWEEPS = 2000;
  private static final double MOST = 1e12; // rad/s; beyond it a limit is none
  private static final double SLACK = 1e-12; // relative; so that rounding does not turn a guess

  private final int n;
  private final int[] mode;
  private final int[] free;
  private final double[] factor;
  private final double[] x;
  private long descents;

  JointStep(int n) {
    this.n = n;
    mode = new int[n];
    free = new int[n];
    factor = new double[n * n];
    x = new double[n];
  }

  void reset() {
    Arrays.fill(mode, STUCK);
  }

  /** Returns how often the guesses did not settle. */
  long descents() {
    return descents;
  }

  /**
   * Solves.
   *
   * @param a row-major [n, n]; not modified
   * @param v overwritten with the solution
   * @return whether A was positive definite and everything finite; if not, v is not to be used
   */
  boolean solve(double[] a, double[] b, double[] c, double[] lo, double[] hi, double[] v) {
    for (int i = 0; i < n; i++) { // a stop that is gone holds nobody
      boolean gone = mode[i] == UPPER ? hi[i] > MOST : mode[i] == LOWER && lo[i] < -MOST;
      mode[i] = gone ? STUCK : mode[i];
    }
    for (int round = 0; round < ROUNDS + SINGLE_ROUNDS; round++) {
      if (!slide(a, b, c, lo, hi, v)) {
        return false;
      }
      if (turnOver(a, b, c, lo, hi, v, round < ROUNDS) == 0) {
        return true;
      }
    }
    descents++;
    return descend(a, b, c, lo, hi, v);
  }

  /** Sets the joints that do not slide, and solves for those that do. */
  private boolean slide(double[] a, double[] b, double[] c, double[] lo, double[] hi, double[] v) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      boolean slides = c[i] == 0 && mode[i] == STUCK || Math.abs(mode[i]) == FORWARD;
      if (slides) {
        free[count++] = i;
      } else {
        v[i] = mode[i] == STUCK ? 0 : mode[i] == UPPER ? hi[i] : lo[i];
      }
    }
    for (int k = 0; k < count; k++) {
      int i = free[k];
      double sum = b[i] - mode[i] * c[i];
      if (count < n) {
        for (int j = 0; j < n; j++) {
          boolean slides = c[j] == 0 && mode[j] == STUCK || Math.abs(mode[j]) == FORWARD;
          sum -= slides ? 0 : a[i * n + j] * v[j];
        }
      }
      x[k] = sum;
    }
    if (!factorAndSolve(a, count)) {
      return false;
    }
    for (int k = 0; k < count; k++) {
      v[free[k]] = x[k];
    }
    return true;
  }

  /** Cholesky of the sliding joints' block, then both substitutions on x. */
  private boolean factorAndSolve(double[] a, int m) {
    double[] l = factor;
    for (int i = 0; i < m; i++) {
      int row = i * n;
      int source = free[i] * n;
      for (int j = 0; j <= i; j++) {
        double sum = a[source + free[j]];
        for (int k = 0; k < j; k++) {
          sum -= l[row + k] * l[j * n + k];
        }
        if (j < i) {
          l[row + j] = sum * l[j * n + j];
        } else if (sum > 0) {
          l[row + i] = 1 / Math.sqrt(sum);
        } else {
          return false;
        }
      }
      double sum = x[i];
      for (int k = 0; k < i; k++) {
        sum -= l[row + k] * x[k];
      }
      x[i] = sum * l[row + i];
    }
    double finite = 0;
    for (int i = m - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < m; k++) {
        sum -= l[k * n + i] * x[k];
      }
      x[i] = sum * l[i * n + i];
      finite += x[i];
    }
    return Double.isFinite(finite);
  }

  /** Corrects the guesses that the answer contradicts; returns how many were wrong. */
  private int turnOver(
      double[] a, double[] b, double[] c, double[] lo, double[] hi, double[] v, boolean all) {
    int wrong = 0;
    for (int i = 0; i < n && (all || wrong == 0); i++) {
      int next = better(i, a, b, c, lo, hi, v);
      if (next != mode[i]) {
        mode[i] = next;
        wrong++;
      }
    }
    return wrong;
  }

  private int better(
      int i, double[] a, double[] b, double[] c, double[] lo, double[] hi, double[] v) {
    double slack = SLACK * (c[i] + Math.abs(b[i]));
    switch (mode[i]) {
      case FORWARD -> {
        return v[i] > hi[i] ? UPPER : v[i] < 0 && c[i] > 0 ? STUCK : within(i, FORWARD, lo, v);
      }
      case BACKWARD -> {
        return v[i] < lo[i] ? LOWER : v[i] > 0 && c[i] > 0 ? STUCK : within(i, BACKWARD, hi, v);
      }
      case UPPER -> {
        double push = push(i, a, b, v);
        double least = hi[i] > 0 ? c[i] : -c[i];
        return push >= least - slack ? UPPER : hi[i] > 0 ? FORWARD : BACKWARD;
      }
      case LOWER -> {
        double push = push(i, a, b, v);
        double most = lo[i] < 0 ? -c[i] : c[i];
        return push <= most + slack ? LOWER : lo[i] < 0 ? BACKWARD : FORWARD;
      }
      default -> {
        if (c[i] == 0) { // no friction: slides either way
          return v[i] > hi[i] ? UPPER : v[i] < lo[i] ? LOWER : STUCK;
        }
        double push = push(i, a, b, v);
        return push > c[i] + slack ? FORWARD : push < -c[i] - slack ? BACKWARD : STUCK;
      }
    }
  }

  /** Without friction a joint may slide either way, to either stop. */
  private static int within(int i, int mode, double[] far, double[] v) {
    return mode == FORWARD ? v[i] < far[i] ? LOWER : FORWARD : v[i] > far[i] ? UPPER : BACKWARD;
  }

  /** Impulse that friction or a stop has to hold: b − A v. */
  private double push(int i, double[] a, double[] b, double[] v) {
    double sum = b[i];
    for (int j = 0; j < n; j++) {
      sum -= a[i * n + j] * v[j];
    }
    return sum;
  }

  private boolean descend(
      double[] a, double[] b, double[] c, double[] lo, double[] hi, double[] v) {
    Arrays.fill(v, 0);
    double finite = 0;
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double change = 0;
      for (int i = 0; i < n; i++) {
        double aii = a[i * n + i];
        double p = push(i, a, b, v) + aii * v[i];
        double shrunk = p > c[i] ? p - c[i] : p < -c[i] ? p + c[i] : 0;
        double next = Math.min(hi[i], Math.max(lo[i], shrunk / aii));
        change = Math.max(change, Math.abs(next - v[i]));
        finite += next;
        v[i] = next;
      }
      if (change < 1e-15) {
        break;
      }
    }
    for (int i = 0; i < n; i++) {
      mode[i] =
          v[i] >= hi[i] && hi[i] > 0
              ? UPPER
              : v[i] <= lo[i] && lo[i] < 0 ? LOWER : (int) Math.signum(v[i]);
    }
    return Double.isFinite(finite);
  }
}
