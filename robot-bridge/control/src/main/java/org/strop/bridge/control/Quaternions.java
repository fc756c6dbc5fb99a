package org.strop.bridge.control;

/**
 * Rotations as four numbers x y z w inside larger arrays. Allocates nothing.
 *
 * <p>q and −q are the same rotation; the methods here take the short way round.
 */
public final class Quaternions {
  /** Below this half angle the chord stands in for the arc; the error is under 1e-16. */
  private static final double SMALL_RAD = 1e-8;

  private Quaternions() {}

  /** Returns |q|, or infinity where it overflows. */
  public static double norm(double[] q, int at) {
    return Math.sqrt(dot(q, at, q, at));
  }

  /**
   * Returns the rotation angle between two unit quaternions, rad, in [0, π].
   *
   * <pre>
   *   θ = 4·atan2(|a − b|, |a + b|)  with the sign of b that makes a·b ≥ 0        Kahan 2006, §12
   * </pre>
   *
   * <p>Exact to rounding for tiny and for large angles, unlike 2·acos(a·b).
   */
  public static double angle(double[] a, int aAt, double[] b, int bAt) {
    return 2 * halfAngle(a, aAt, b, bAt, sign(a, aAt, b, bAt));
  }

  /**
   * Writes the rotation a share s of the way from a to b, along the short arc at constant speed.
   *
   * <pre>  q = sin((1 − s)φ)/sin φ · a + sin(sφ)/sin φ · b        Shoemake 1985</pre>
   *
   * <p>s = 0 gives a and s = 1 gives b, bit by bit.
   *
   * @param s in [0, 1]
   * @param out four numbers from outAt on are overwritten, of unit length; may alias a or b
   */
  public static void slerp(
      double[] a, int aAt, double[] b, int bAt, double s, double[] out, int outAt) {
    if (s <= 0 || s >= 1) {
      System.arraycopy(s <= 0 ? a : b, s <= 0 ? aAt : bAt, out, outAt, 4);
      return;
    }
    double sign = sign(a, aAt, b, bAt);
    double phi = halfAngle(a, aAt, b, bAt, sign);
    double sin = Math.sin(phi);
    double wa = phi < SMALL_RAD ? 1 - s : Math.sin((1 - s) * phi) / sin;
    double wb = sign * (phi < SMALL_RAD ? s : Math.sin(s * phi) / sin);
    double x = wa * a[aAt] + wb * b[bAt];
    double y = wa * a[aAt + 1] + wb * b[bAt + 1];
    double z = wa * a[aAt + 2] + wb * b[bAt + 2];
    double w = wa * a[aAt + 3] + wb * b[bAt + 3];
    double norm = Math.sqrt(x * x + y * y + z * z + w * w);
    out[outAt] = x / norm;
    out[outAt + 1] = y / norm;
    out[outAt + 2] = z / norm;
    out[outAt + 3] = w / norm;
  }

  private static double dot(double[] a, int aAt, double[] b, int bAt) {
    return a[aAt] * b[bAt]
        + a[aAt + 1] * b[bAt + 1]
        + a[aAt + 2] * b[bAt + 2]
        + a[aAt + 3] * b[bAt + 3];
  }

  private static double sign(double[] a, int aAt, double[] b, int bAt) {
    return dot(a, aAt, b, bAt) < 0 ? -1 : 1;
  }

  /** Angle between the two as vectors, φ = θ/2. */
  private static double halfAngle(double[] a, int aAt, double[] b, int bAt, double sign) {
    double minus = 0;
    double plus = 0;
    for (int i = 0; i < 4; i++) {
      double difference = a[aAt + i] - sign * b[bAt + i];
      double sum = a[aAt + i] + sign * b[bAt + i];
      minus += difference * difference;
      plus += sum * sum;
    }
    return 2 * Math.atan2(Math.sqrt(minus), Math.sqrt(plus));
  }
}
