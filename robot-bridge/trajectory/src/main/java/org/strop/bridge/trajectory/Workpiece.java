package org.strop.bridge.trajectory;

/**
 * The thing worked on, as far as a viewer needs it: the profile of its top along the feed
 * direction.
 *
 * @param kind for example {@code cucumber}
 * @param profile shape [n, 3]: x (m), height of the surface z (m), radius (m), world frame, x
 *     rising
 * @param skinThicknessM thickness of the skin, m
 */
public record Workpiece(String kind, FloatMatrix profile, double skinThicknessM) {
  /** Checks the shape and that x rises. */
  public Workpiece {
    if (profile.cols() != 3 || profile.rows() < 2 || !profile.isFinite()) {
      throw new IllegalArgumentException("profile: expected [n >= 2, 3] finite, found " + profile);
    }
    for (int i = 1; i < profile.rows(); i++) {
      if (!(profile.get(i, 0) > profile.get(i - 1, 0))) {
        throw new IllegalArgumentException("profile: x does not rise at row " + i);
      }
    }
  }
}
