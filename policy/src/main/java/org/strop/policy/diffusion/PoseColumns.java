package org.strop.policy.diffusion;

import java.util.Arrays;
import java.util.List;
import org.strop.bridge.trajectory.ChannelSpec;

/** Where a channel has a position and a quaternion, told by its component names. */
final class PoseColumns {
  private final int[] position;
  private final int[] quaternion;

  private PoseColumns(int[] position, int[] quaternion) {
    this.position = position;
    this.quaternion = quaternion;
  }

  static PoseColumns of(ChannelSpec spec) {
    return new PoseColumns(
        find(spec.names(), "x", "y", "z"), find(spec.names(), "qx", "qy", "qz", "qw"));
  }

  private static int[] find(List<String> names, String... wanted) {
    int[] columns = Arrays.stream(wanted).mapToInt(names::indexOf).toArray();
    return Arrays.stream(columns).anyMatch(c -> c < 0) ? new int[0] : columns;
  }

  boolean hasPosition() {
    return position.length == 3;
  }

  boolean hasQuaternion() {
    return quaternion.length == 4;
  }

  /** Returns the quaternion of a row, or an empty array. */
  float[] quaternion(float[] values, int row) {
    float[] q = new float[quaternion.length];
    for (int i = 0; i < q.length; i++) {
      q[i] = values[row + quaternion[i]];
    }
    return q;
  }

  /** Returns the position of a row. */
  float[] position(float[] values, int row) {
    return new float[] {
      values[row + position[0]], values[row + position[1]], values[row + position[2]]
    };
  }

  /** Adds an offset, times a sign, to the position of a row in place. */
  void shift(float[] values, int row, float[] offset, int sign) {
    for (int i = 0; i < position.length; i++) {
      values[row + position[i]] += sign * offset[i];
    }
  }

  /** Turns the quaternion of a row to the half-sphere of the reference: q and −q are the same. */
  void align(float[] values, int row, float[] reference) {
    if (!hasQuaternion() || reference.length != 4) {
      return;
    }
    float dot = 0;
    for (int i = 0; i < 4; i++) {
      dot += values[row + quaternion[i]] * reference[i];
    }
    if (dot < 0) {
      for (int column : quaternion) {
        values[row + column] = -values[row + column];
      }
    }
  }

  /** Scales the quaternion of a row to length 1 in place; the reference where it has none. */
  void normalize(float[] values, int row, float[] reference) {
    if (!hasQuaternion()) {
      return;
    }
    double norm = 0;
    for (int column : quaternion) {
      norm += (double) values[row + column] * values[row + column];
    }
    norm = Math.sqrt(norm);
    for (int i = 0; i < 4; i++) {
      int at = row + quaternion[i];
      values[at] = norm > 1e-6 ? (float) (values[at] / norm) : reference[i];
    }
  }
}
