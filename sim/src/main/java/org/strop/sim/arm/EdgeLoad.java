package org.strop.sim.arm;

/**
 * A load on the arm's control point: f = f₀ − B v⁺, with v⁺ the point's velocity at the end of the
 * step. World axes, N and N s/m. A spring of stiffness K and damping D that is to be stable at any
 * size gives f₀ = K (x₀ − x), B = D + Δt K. Reused from step to step.
 */
public final class EdgeLoad {
  double fx;
  double fy;
  double fz;
  double xx;
  double xy;
  double xz;
  double yy;
  double yz;
  double zz;

  /** Removes the load. */
  public void clear() {
    push(0, 0, 0);
    xx = 0;
    xy = 0;
    xz = 0;
    yy = 0;
    yz = 0;
    zz = 0;
  }

  /** Sets f₀, N. */
  public void push(double x, double y, double z) {
    fx = x;
    fy = y;
    fz = z;
  }

  /** Adds c u uᵀ to B, c in N s/m, at least 0. */
  public void damp(double ux, double uy, double uz, double c) {
    xx += c * ux * ux;
    xy += c * ux * uy;
    xz += c * ux * uz;
    yy += c * uy * uy;
    yz += c * uy * uz;
    zz += c * uz * uz;
  }

  /** Returns whether there is anything at the point's velocity. */
  boolean damps() {
    return xx != 0 || yy != 0 || zz != 0;
  }

  /** Writes f at a velocity: f₀ − B v. */
  void force(double vx, double vy, double vz, double[] out) {
    out[0] = fx - (xx * vx + xy * vy + xz * vz);
    out[1] = fy - (xy * vx + yy * vy + yz * vz);
    out[2] = fz - (xz * vx + yz * vy + zz * vz);
  }

  boolean isFinite() {
    return Double.isFinite(fx + fy + fz + xx + xy + xz + yy + yz + zz);
  }
}
