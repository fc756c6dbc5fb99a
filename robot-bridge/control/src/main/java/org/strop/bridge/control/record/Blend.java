package org.strop.bridge.control.record;

import org.strop.bridge.control.Quaternions;

/** How a row between two samples is made. */
enum Blend {
  /** Each component on the line between its neighbours. */
  LINEAR,
  /** Position on the line, orientation (components 3 to 6) on the short arc. */
  POSE,
  /** The last row that is not later: commands hold until the next. */
  HOLD;

  /**
   * Writes the row a share of the way from a to b.
   *
   * @param share in (0, 1)
   * @param out length of a; overwritten
   */
  void between(double[] a, double[] b, double share, double[] out) {
    int linear = this == POSE ? 3 : a.length;
    for (int i = 0; i < linear; i++) {
      out[i] = a[i] + share * (b[i] - a[i]);
    }
    if (this == POSE) {
      Quaternions.slerp(a, 3, b, 3, share, out, 3);
    }
  }
}
