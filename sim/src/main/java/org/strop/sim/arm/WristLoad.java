package org.strop.sim.arm;

import org.strop.sim.urdf.BodyInertia;

/**
 * What a tool does to the sensor that carries it. With the control point e, the tool's centre of
 * mass c and the sensor's origin s,
 *
 * <pre>  f = f_e + m (g − v̇_c),   t_s = (e − s) × f_e + (c − s) × m (g − v̇_c) − (I ω)˙</pre>
 *
 * <p>all in the sensor's axes; v̇ is the mean since the last reading.
 */
final class WristLoad {
  private WristLoad() {}

  static void read(SimulatedArm arm, double[] a, double[] pull, boolean compensated, double[] out) {
    BodyInertia b = arm.model.tool;
    double[] r = arm.dynamics.rotation; // world from sensor axes
    double[] twist = arm.twist;
    // Angular velocity and acceleration, and the control point's acceleration, in sensor axes.
    double wx = turn(r, 0, twist[3], twist[4], twist[5]);
    double wy = turn(r, 1, twist[3], twist[4], twist[5]);
    double wz = turn(r, 2, twist[3], twist[4], twist[5]);
    double ax = turn(r, 0, a[3], a[4], a[5]);
    double ay = turn(r, 1, a[3], a[4], a[5]);
    double az = turn(r, 2, a[3], a[4], a[5]);
    double lx = a[0];
    double ly = a[1];
    double lz = a[2] + (compensated ? 0 : MecanoDynamics.GRAVITY);
    // a_c − g = a_e − g + α × c + ω × (ω × c), c from the control point
    double cx = b.comX();
    double cy = b.comY();
    double cz = b.comZ();
    double ux = wy * cz - wz * cy;
    double uy = wz * cx - wx * cz;
    double uz = wx * cy - wy * cx;
    double m = b.mass();
    double gx = m * (turn(r, 0, lx, ly, lz) + ay * cz - az * cy + wy * uz - wz * uy);
    double gy = m * (turn(r, 1, lx, ly, lz) + az * cx - ax * cz + wz * ux - wx * uz);
    double gz = m * (turn(r, 2, lx, ly, lz) + ax * cy - ay * cx + wx * uy - wy * ux);
    double fx = turn(r, 0, pull[0], pull[1], pull[2]);
    double fy = turn(r, 1, pull[0], pull[1], pull[2]);
    double fz = turn(r, 2, pull[0], pull[1], pull[2]);
    double hx = b.xx() * wx + b.xy() * wy + b.xz() * wz;
    double hy = b.xy() * wx + b.yy() * wy + b.yz() * wz;
    double hz = b.xz() * wx + b.yz() * wy + b.zz() * wz;
    double tx = b.xx() * ax + b.xy() * ay + b.xz() * az + wy * hz - wz * hy;
    double ty = b.xy() * ax + b.yy() * ay + b.yz() * az + wz * hx - wx * hz;
    double tz = b.xz() * ax + b.yz() * ay + b.zz() * az + wx * hy - wy * hx;
    double[] e = arm.model.lever;
    double sx = e[0] + cx; // c − s
    double sy = e[1] + cy;
    double sz = e[2] + cz;
    out[0] = fx - gx;
    out[1] = fy - gy;
    out[2] = fz - gz;
    out[3] = e[1] * fz - e[2] * fy - (sy * gz - sz * gy) - tx;
    out[4] = e[2] * fx - e[0] * fz - (sz * gx - sx * gz) - ty;
    out[5] = e[0] * fy - e[1] * fx - (sx * gy - sy * gx) - tz;
  }

  /** Component of Rᵀ v. */
  private static double turn(double[] r, int axis, double x, double y, double z) {
    return r[axis] * x + r[3 + axis] * y + r[6 + axis] * z;
  }
}
