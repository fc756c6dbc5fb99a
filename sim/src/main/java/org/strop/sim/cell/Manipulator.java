package org.strop.sim.cell;

import java.util.List;

/**
 * What carries the blade: a mechanism under impedance control toward an equilibrium pose.
 *
 * <p>The cell calls, for each substep: {@link #interpolate}, {@link #edge}, (contact), {@link
 * #step}. All of these allocate nothing and never throw; not thread-safe. Implementations are
 * deterministic and read no clock.
 */
public interface Manipulator {
  /** Returns the joints' names in the order of {@link #joints}. */
  List<String> jointNames();

  /** Puts the edge at rest at a pose, the equilibrium at the same place. */
  void reset(BladePose edge);

  /**
   * Sets where the equilibrium goes within the next policy tick.
   *
   * @param pose of the edge, as in {@code Channels.ACTION}: finite, length 7; not modified. What
   *     the mechanism cannot follow (the gantry: roll and yaw) is dropped
   */
  void command(float[] pose);

  /** Places the equilibrium on the straight way to the last command, at a share in [0, 1]. */
  void interpolate(double share);

  /** Reads the edge's pose and velocity. */
  void edge(EdgeState out);

  /**
   * Returns the mass that a hit on the edge along a unit direction meets, kg: 1 / (uᵀ J M⁻¹ Jᵀ u).
   */
  double effectiveMass(double ux, double uy, double uz);

  /**
   * Advances one substep under the controller and a contact load; the load's drags act at the new
   * velocity.
   *
   * @param load of the substep; not modified
   * @param dt substep, s
   */
  void step(ContactLoad load, double dt);

  /** Writes the edge's pose as in {@code Channels.STATE}, length 7. */
  void pose(float[] out);

  /**
   * Writes what an ideal wrist sensor would read under a load at the present velocity: force and
   * torque in the sensor's frame, N and N m, the tool's weight tared.
   *
   * @param out length 6, overwritten
   */
  void wrench(ContactLoad load, double[] out);

  /** Writes the joints' positions, velocities and efforts, in SI units, one each. */
  void joints(double[] positions, double[] velocities, double[] efforts);

  /**
   * Puts a joint's brake on or off: the joint stands still while it is on.
   *
   * @param joint index into {@link #jointNames}
   * @return whether this mechanism has brakes; if not, nothing happens
   */
  default boolean brake(int joint, boolean on) {
    return false;
  }

  /** Returns the kinetic energy and that of the controller's springs, J. */
  double energy();
}
