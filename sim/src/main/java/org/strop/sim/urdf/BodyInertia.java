package org.strop.sim.urdf;

/**
 * Mass, centre of mass and inertia of a rigid body, in the axes of the body's own frame.
 *
 * @param mass kg, at least 0
 * @param comX centre of mass, m
 * @param comY centre of mass, m
 * @param comZ centre of mass, m
 * @param xx moment of inertia about the centre of mass, kg m²
 * @param xy product of inertia, kg m²; the matrix entry itself, as in URDF
 * @param xz product of inertia
 * @param yy moment of inertia
 * @param yz product of inertia
 * @param zz moment of inertia
 */
public record BodyInertia(
    double mass,
    double comX,
    double comY,
    double comZ,
    double xx,
    double xy,
    double xz,
    double yy,
    double yz,
    double zz) {
  /** No body at all. */
  public static final BodyInertia NONE = new BodyInertia(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Refuses what is not finite or negative. */
  public BodyInertia {
    double sum = mass + comX + comY + comZ + xx + xy + xz + yy + yz + zz;
    double least = -1e-9 * Math.max(1e-9, xx + yy + zz); // rounding of a rotated flat body
    if (!Double.isFinite(sum) || mass < 0 || xx < least || yy < least || zz < least) {
      throw new IllegalArgumentException("not an inertia: mass " + mass + ", sum " + sum);
    }
  }

  /** Returns whether there is nothing to move. */
  public boolean isNone() {
    return mass == 0 && xx == 0 && yy == 0 && zz == 0;
  }

  /** Returns the same body seen from another frame: I' = R I Rᵀ, c' = R c + t. */
  public BodyInertia in(RigidTransform otherFromThis) {
    double[] r = otherFromThis.rotation();
    double[] i = {xx, xy, xz, xy, yy, yz, xz, yz, zz};
    double[] out = new double[9];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        for (int k = 0; k < 9; k++) {
          out[3 * a + b] += r[3 * a + k / 3] * i[k] * r[3 * b + k % 3];
        }
      }
    }
    double[] c = otherFromThis.apply(new double[] {comX, comY, comZ});
    return new BodyInertia(mass, c[0], c[1], c[2], out[0], out[1], out[2], out[4], out[5], out[8]);
  }

  /** Returns two bodies welded together; both in the same frame. */
  public BodyInertia plus(BodyInertia other) {
    double m = mass + other.mass;
    if (m == 0) {
      return new BodyInertia(
          0,
          0,
          0,
          0,
          xx + other.xx,
          xy + other.xy,
          xz + other.xz,
          yy + other.yy,
          yz + other.yz,
          zz + other.zz);
    }
    double x = (mass * comX + other.mass * other.comX) / m;
    double y = (mass * comY + other.mass * other.comY) / m;
    double z = (mass * comZ + other.mass * other.comZ) / m;
    BodyInertia a = about(x, y, z);
    BodyInertia b = other.about(x, y, z);
    return new BodyInertia(
        m, x, y, z, a.xx + b.xx, a.xy + b.xy, a.xz + b.xz, a.yy + b.yy, a.yz + b.yz, a.zz + b.zz);
  }

  /** Huygens and Steiner: inertia about another point, m d² along for each axis. */
  private BodyInertia about(double x, double y, double z) {
    double dx = comX - x;
    double dy = comY - y;
    double dz = comZ - z;
    return new BodyInertia(
        mass,
        x,
        y,
        z,
        xx + mass * (dy * dy + dz * dz),
        xy - mass * dx * dy,
        xz - mass * dx * dz,
        yy + mass * (dx * dx + dz * dz),
        yz - mass * dy * dz,
        zz + mass * (dx * dx + dy * dy));
  }
}
