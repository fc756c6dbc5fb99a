package org.strop.sim.cell;

/**
 * Where the blade's edge is and how it moves, in the world frame: x along the feed, y lateral, z
 * up. Pitch is nose down positive ({@link BladePose}); roll is about x, positive lifts the +y end
 * of the edge; yaw is about z. A reused buffer: fields are overwritten by {@link Manipulator#edge}.
 */
public final class EdgeState {
  /** Position of the middle of the edge, m. */
  public double x;

  public double y;
  public double z;

  /** Angles, rad. */
  public double pitch;

  public double roll;
  public double yaw;

  /** Velocity of the middle of the edge, m/s. */
  public double vx;

  public double vy;
  public double vz;
}
