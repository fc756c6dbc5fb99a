package org.strop.sim.urdf;

import java.util.Optional;

/**
 * A joint.
 *
 * @param name unique in the file
 * @param parent link that it hangs on
 * @param child link that it moves
 * @param parentFromJoint where the child's frame is at position zero
 * @param axis unit vector in the child's frame; x where the joint is fixed
 * @param limits of position, velocity and effort
 * @param damping viscous friction, N m s/rad or N s/m, at least 0
 * @param friction Coulomb friction, N m or N, at least 0
 * @param mimic the joint that this one follows
 * @param line in the file
 */
public record UrdfJoint(
    String name,
    JointKind kind,
    String parent,
    String child,
    RigidTransform parentFromJoint,
    Axis3 axis,
    JointLimits limits,
    double damping,
    double friction,
    Optional<Mimic> mimic,
    int line) {
  /** Returns whether it moves. */
  public boolean movable() {
    return kind != JointKind.FIXED;
  }

  /** Returns where the child's frame is in the parent's at a position (rad or m). */
  public RigidTransform parentFromChild(double position) {
    double[] a = axis.toArray();
    return switch (kind) {
      case REVOLUTE, CONTINUOUS -> parentFromJoint.times(RigidTransform.rotation(a, position));
      case PRISMATIC -> parentFromJoint.times(RigidTransform.translation(a, position));
      case FIXED -> parentFromJoint;
    };
  }

  /**
   * A unit vector.
   *
   * @param x first component
   * @param y second component
   * @param z third component
   */
  public record Axis3(double x, double y, double z) {
    /** Returns the components. */
    public double[] toArray() {
      return new double[] {x, y, z};
    }
  }

  /**
   * Follows another joint: q = multiplier q_other + offset.
   *
   * @param joint name of the other
   * @param multiplier factor
   * @param offset rad or m
   */
  public record Mimic(String joint, double multiplier, double offset) {}
}
