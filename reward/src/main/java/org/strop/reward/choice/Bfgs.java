package org.strop.reward.choice;

/**
 * Minimises a smooth function by BFGS with a weak Wolfe line search by bisection; Nocedal and
 * Wright 2006, chapter 6, and Lewis and Overton 2013 for the search.
 *
 * <p>Dense: meant for up to a few hundred unknowns. A step that does not lower the value (rounding)
 * restarts from the steepest direction once and then ends. Deterministic.
 */
final class Bfgs {
  private static final double ARMIJO = 1e-4;
  private static final double WOLFE = 0.9;
  private static final int TRIES = 60;

  /** A function with its gradient. */
  interface Function {
    /** Returns the value at x and overwrites {@code gradient}. */
    double at(double[] x, double[] gradient);
  }

  /**
   * Where it ended.
   *
   * @param x the arguments
   * @param value there
   * @param gradientNorm largest absolute component there
   * @param iterations done
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Minimum(double[] x, double value, double gradientNorm, int iterations) {}

  private final Function function;
  private final double[] x;
  private final double[] gradient;
  private final double[][] inverse;
  private double value;

  private Bfgs(Function function, double[] start) {
    this.function = function;
    this.x = start.clone();
    this.gradient = new double[x.length];
    this.inverse = new double[x.length][x.length];
    this.value = function.at(x, gradient);
    reset();
  }

  /**
   * Returns a local minimum.
   *
   * @param start not modified
   * @param tolerance of the largest component of the gradient
   */
  static Minimum minimize(Function function, double[] start, double tolerance, int iterations) {
    Bfgs bfgs = new Bfgs(function, start);
    int done = 0;
    boolean fresh = true;
    while (done < iterations && norm(bfgs.gradient) > tolerance) {
      done++;
      if (bfgs.step()) {
        fresh = false;
      } else if (fresh) {
        break;
      } else {
        bfgs.reset();
        fresh = true;
      }
    }
    return new Minimum(bfgs.x, bfgs.value, norm(bfgs.gradient), done);
  }

  private void reset() {
    double scale = 1 / Math.max(1, norm(gradient));
    for (int i = 0; i < x.length; i++) {
      java.util.Arrays.fill(inverse[i], 0);
      inverse[i][i] = scale;
    }
  }

  private static double norm(double[] v) {
    double max = 0;
    for (double a : v) {
      max = Math.max(max, Math.abs(a));
    }
    return max;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private double[] times(double[] v) {
    double[] out = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      out[i] = dot(inverse[i], v);
    }
    return out;
  }

  /** Takes one step; returns false where none lowers the value. */
  private boolean step() {
    double[] direction = times(gradient);
    double slope = -dot(direction, gradient);
    if (!(slope < 0)) {
      return false;
    }
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double t = 1;
    double[] at = new double[x.length];
    double[] g = new double[x.length];
    for (int k = 0; k < TRIES; k++) {
      for (int i = 0; i < at.length; i++) {
        at[i] = x[i] - t * direction[i];
      }
      double found = function.at(at, g);
      if (!(found <= value + ARMIJO * t * slope)) {
        high = t;
      } else if (-dot(g, direction) < WOLFE * slope) {
        low = t;
      } else {
        return accept(at, g, found);
      }
      t = Double.isInfinite(high) ? 2 * t : (low + high) / 2;
    }
    return false;
  }

  private boolean accept(double[] at, double[] g, double found) {
    double[] s = new double[x.length];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      s[i] = at[i] - x[i];
      y[i] = g[i] - gradient[i];
      x[i] = at[i];
      gradient[i] = g[i];
    }
    boolean lower = found < value;
    value = found;
    double sy = dot(s, y);
    if (sy > 0) {
      update(s, y, sy);
    }
    return lower;
  }

  /** H ← (I − s yᵀ/sᵀy) H (I − y sᵀ/sᵀy) + s sᵀ/sᵀy. */
  private void update(double[] s, double[] y, double sy) {
    double[] hy = times(y);
    double factor = (1 + dot(y, hy) / sy) / sy;
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < s.length; j++) {
        inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
      }
    }
  }
}
