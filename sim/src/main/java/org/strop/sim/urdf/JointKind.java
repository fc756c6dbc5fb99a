package org.strop.sim.urdf;

/** How a joint moves. */
public enum JointKind {
  /** Turns about its axis, within limits. */
  REVOLUTE,
  /** Turns about its axis without end. */
  CONTINUOUS,
  /** Slides along its axis, within limits. */
  PRISMATIC,
  /** Does not move. */
  FIXED
}
