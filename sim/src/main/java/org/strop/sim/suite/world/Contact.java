package org.strop.sim.suite.world;

import org.strop.sim.suite.task.ContactConfig;

/**
 * One contact for one substep. The normal impulse is that of a spring and damper at the end of the
 * substep (implicit, so stable for any stiffness and mass, and exact at rest), never pulling:
 *
 * <pre>
 *   j = h (k δ − (c + h k) v⁺),  v⁺ = v + w j   →   j = h (k δ − (c + h k) v) / (1 + h (c + h k) w)
 * </pre>
 *
 * with v the speed of separation and w the mobility of both bodies. Then Coulomb friction: the
 * smaller of μ j and the impulse that ends the sliding.
 */
final class Contact {
  private static final double STILL = 1e-12;

  private final ContactConfig config;
  private final double h;
  private final double[] va = new double[3];
  private final double[] vb = new double[3];

  Contact(ContactConfig config, double h) {
    this.config = config;
    this.h = h;
  }

  /**
   * Pushes two bodies apart.
   *
   * @param x where they touch, and y, z
   * @param n outward normal of {@code b} there, and how deep {@code a} is inside: a negative
   *     distance
   * @return the normal impulse, N s; 0 where they do not touch
   */
  double resolve(Body a, Body b, double x, double y, double z, Probe n, double friction) {
    double depth = -n.distance;
    if (depth <= 0) {
      return 0;
    }
    double mobility = a.mobility(x, y, z, n.nx, n.ny, n.nz) + b.mobility(x, y, z, n.nx, n.ny, n.nz);
    relative(a, b, x, y, z);
    double apart = va[0] * n.nx + va[1] * n.ny + va[2] * n.nz;
    double resistance = config.dampingNSPerM() + h * config.stiffnessNPerM(); // c + h k
    double force = config.stiffnessNPerM() * depth - resistance * apart;
    double normal = Math.max(0, h * force / (1 + h * resistance * mobility));
    push(a, b, x, y, z, normal, n.nx, n.ny, n.nz);
    slide(a, b, x, y, z, n, friction * normal);
    return normal;
  }

  private void slide(Body a, Body b, double x, double y, double z, Probe n, double limit) {
    relative(a, b, x, y, z);
    double vn = va[0] * n.nx + va[1] * n.ny + va[2] * n.nz;
    double tx = va[0] - vn * n.nx;
    double ty = va[1] - vn * n.ny;
    double tz = va[2] - vn * n.nz;
    double speed = Math.sqrt(tx * tx + ty * ty + tz * tz);
    if (speed < STILL || limit <= 0) {
      return;
    }
    tx /= speed;
    ty /= speed;
    tz /= speed;
    double mobility = a.mobility(x, y, z, tx, ty, tz) + b.mobility(x, y, z, tx, ty, tz);
    double impulse = mobility > 0 ? Math.min(limit, speed / mobility) : 0; // ends sliding, or slips
    push(a, b, x, y, z, -impulse, tx, ty, tz);
  }

  private void relative(Body a, Body b, double x, double y, double z) {
    a.velocityAt(x, y, z, va);
    b.velocityAt(x, y, z, vb);
    for (int i = 0; i < 3; i++) {
      va[i] -= vb[i];
    }
  }

  private static void push(
      Body a, Body b, double x, double y, double z, double j, double dx, double dy, double dz) {
    a.push(x, y, z, j * dx, j * dy, j * dz);
    b.push(x, y, z, -j * dx, -j * dy, -j * dz);
  }
}
