package org.strop.sim.urdf;

import java.util.Arrays;

/**
 * A rotation and a translation: {@code aFromB} maps coordinates in frame b to coordinates in frame
 * a, p_a = R p_b + t. Immutable.
 */
public final class RigidTransform {
  /** Leaves everything where it is. */
  public static final RigidTransform IDENTITY =
      new RigidTransform(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3]);

  private final double[] rotation;
  private final double[] translation;

  private RigidTransform(double[] rotation, double[] translation) {
    this.rotation = rotation;
    this.translation = translation;
  }

  /**
   * Creates a transform.
   *
   * @param rotation row-major 3x3 rotation matrix; copied
   * @param translation m, length 3; copied
   */
  public static RigidTransform of(double[] rotation, double[] translation) {
    return new RigidTransform(Arrays.copyOf(rotation, 9), Arrays.copyOf(translation, 3));
  }

  /**
   * Creates a transform from a URDF {@code origin}: R = Rz(yaw) Ry(pitch) Rx(roll).
   *
   * @param xyz m, length 3
   * @param rpy rad, length 3
   */
  public static RigidTransform ofOrigin(double[] xyz, double[] rpy) {
    double sr = Math.sin(rpy[0]);
    double cr = Math.cos(rpy[0]);
    double sp = Math.sin(rpy[1]);
    double cp = Math.cos(rpy[1]);
    double sy = Math.sin(rpy[2]);
    double cy = Math.cos(rpy[2]);
    double[] r = {
      cy * cp,
      cy * sp * sr - sy * cr,
      cy * sp * cr + sy * sr,
      sy * cp,
      sy * sp * sr + cy * cr,
      sy * sp * cr - cy * sr,
      -sp,
      cp * sr,
      cp * cr
    };
    return new RigidTransform(r, Arrays.copyOf(xyz, 3));
  }

  /** Creates a rotation by an angle (rad) about a unit axis: Rodrigues' formula. */
  public static RigidTransform rotation(double[] axis, double angle) {
    double s = Math.sin(angle);
    double c = Math.cos(angle);
    double v = 1 - c;
    double x = axis[0];
    double y = axis[1];
    double z = axis[2];
    double[] r = {
      c + x * x * v,
      x * y * v - z * s,
      x * z * v + y * s,
      y * x * v + z * s,
      c + y * y * v,
      y * z * v - x * s,
      z * x * v - y * s,
      z * y * v + x * s,
      c + z * z * v
    };
    return new RigidTransform(r, new double[3]);
  }

  /** Creates a translation along an axis by a distance, m. */
  public static RigidTransform translation(double[] axis, double distance) {
    double[] t = {axis[0] * distance, axis[1] * distance, axis[2] * distance};
    return new RigidTransform(IDENTITY.rotation, t);
  }

  /** Returns {@code aFromC} of {@code aFromB} (this) and {@code bFromC}. */
  public RigidTransform times(RigidTransform other) {
    double[] r = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          r[3 * i + j] += rotation[3 * i + k] * other.rotation[3 * k + j];
        }
      }
    }
    return new RigidTransform(r, apply(other.translation));
  }

  /** Returns {@code bFromA} of {@code aFromB} (this). */
  public RigidTransform inverse() {
    double[] r = new double[9];
    double[] t = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        r[3 * i + j] = rotation[3 * j + i];
        t[i] -= rotation[3 * j + i] * translation[j];
      }
    }
    return new RigidTransform(r, t);
  }

  /** Maps a point: R p + t. */
  public double[] apply(double[] point) {
    double[] out = rotate(point);
    for (int i = 0; i < 3; i++) {
      out[i] += translation[i];
    }
    return out;
  }

  /** Maps a direction: R v. */
  public double[] rotate(double[] v) {
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      out[i] = rotation[3 * i] * v[0] + rotation[3 * i + 1] * v[1] + rotation[3 * i + 2] * v[2];
    }
    return out;
  }

  /** Returns a copy of the row-major rotation matrix. */
  public double[] rotation() {
    return rotation.clone();
  }

  /** Returns the rotation as a unit quaternion x, y, z, w with w at least 0. */
  public double[] quaternionXyzw() {
    double[] q = new double[4];
    quaternion(rotation, q);
    return q;
  }

  /**
   * Writes a rotation as a unit quaternion x, y, z, w with w at least 0 (Shepperd 1978: the largest
   * of the four is found first). Allocates nothing.
   *
   * @param m row-major rotation matrix; not modified
   * @param q length 4; overwritten
   */
  public static void quaternion(double[] m, double[] q) {
    double trace = m[0] + m[4] + m[8];
    int i = m[0] >= m[4] && m[0] >= m[8] ? 0 : m[4] >= m[8] ? 1 : 2;
    if (trace >= m[4 * i]) {
      q[0] = m[7] - m[5];
      q[1] = m[2] - m[6];
      q[2] = m[3] - m[1];
      q[3] = 1 + trace;
    } else {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      q[i] = 1 + m[4 * i] - m[4 * j] - m[4 * k];
      q[j] = m[3 * i + j] + m[3 * j + i];
      q[k] = m[3 * i + k] + m[3 * k + i];
      q[3] = m[3 * k + j] - m[3 * j + k];
    }
    double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    double scale = q[3] < 0 ? -1 / norm : 1 / norm;
    for (int c = 0; c < 4; c++) {
      q[c] *= scale;
    }
  }

  /**
   * Writes a unit quaternion as a row-major rotation matrix. Allocates nothing.
   *
   * @param out length 9; overwritten
   */
  public static void rotation(double x, double y, double z, double w, double[] out) {
    out[0] = 1 - 2 * (y * y + z * z);
    out[1] = 2 * (x * y - z * w);
    out[2] = 2 * (x * z + y * w);
    out[3] = 2 * (x * y + z * w);
    out[4] = 1 - 2 * (x * x + z * z);
    out[5] = 2 * (y * z - x * w);
    out[6] = 2 * (x * z - y * w);
    out[7] = 2 * (y * z + x * w);
    out[8] = 1 - 2 * (x * x + y * y);
  }

  /** Returns a copy of the translation, m. */
  public double[] translation() {
    return translation.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RigidTransform that
        && Arrays.equals(rotation, that.rotation)
        && Arrays.equals(translation, that.translation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rotation) + Arrays.hashCode(translation);
  }

  @Override
  public String toString() {
    return "R " + Arrays.toString(rotation) + " t " + Arrays.toString(translation);
  }
}
