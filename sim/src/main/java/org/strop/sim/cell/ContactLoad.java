package org.strop.sim.cell;

/**
 * What the produce does to the edge during one substep. With the edge's velocity v, the surface's
 * outward normal n, the tangent τ in the feed's plane and b = n × τ,
 *
 * <pre>  f = N n − c_τ (v·τ) τ − c_b (v·b) b                 on the middle of the edge, world frame
 * </pre>
 *
 * <p>N (spring and damper of the contact) is a number of the substep's start and at least 0; the
 * drags c are to act at the <em>new</em> velocity, so that friction and cutting never push and are
 * stable at any size. A reused buffer, written by {@link Cutting}; all 0 in free air.
 */
public final class ContactLoad {
  /** Unit normal n; (0, 0, 1) in free air. */
  public double nx;

  public double ny;
  public double nz = 1;

  /** Unit tangent τ along the feed. */
  public double tx = 1;

  public double ty;
  public double tz;

  /** N, at least 0, N. */
  public double normalForce;

  /** Drags c_τ and c_b, at least 0, N s/m. */
  public double dragAlong;

  public double dragAcross;

  /** Components of b = n × τ. */
  public double bx() {
    return ny * tz - nz * ty;
  }

  /** The y component of b. */
  public double by() {
    return nz * tx - nx * tz;
  }

  /** The z component of b. */
  public double bz() {
    return nx * ty - ny * tx;
  }

  /** Sets free air. */
  void clear() {
    nx = 0;
    ny = 0;
    nz = 1;
    tx = 1;
    ty = 0;
    tz = 0;
    normalForce = 0;
    dragAlong = 0;
    dragAcross = 0;
  }

  /**
   * Writes the force f on the edge at a velocity.
   *
   * @param out length 3 or more; the first three are overwritten, N, world frame
   */
  public void force(double vx, double vy, double vz, double[] out) {
    double along = -dragAlong * (vx * tx + vy * ty + vz * tz);
    double across = -dragAcross * (vx * bx() + vy * by() + vz * bz());
    out[0] = normalForce * nx + along * tx + across * bx();
    out[1] = normalForce * ny + along * ty + across * by();
    out[2] = normalForce * nz + along * tz + across * bz();
  }
}
