package org.strop.sim.suite.task;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * A joint of one degree of freedom: I q̈ = τ − k (q − q_rest) − d q̇ − friction, between hard
 * stops. Units: m, kg, N for a slide; rad, kg m², N m for a hinge.
 *
 * @param motion slide or hinge
 * @param inertia mass or moment of inertia of what moves, kg or kg m²
 * @param spring stiffness of the return spring, N/m or N m/rad; 0 for none
 * @param rest where the spring is slack, m or rad
 * @param damping viscous friction, N s/m or N m s/rad
 * @param friction Coulomb friction, N or N m: below it the joint sticks
 * @param lower lower stop, m or rad
 * @param upper upper stop, m or rad
 */
public record JointConfig(
    Motion motion,
    @Bounds(min = 1e-4, max = 100) double inertia,
    @Bounds(min = 0, max = 1e5) double spring,
    double rest,
    @Bounds(min = 0, max = 1e4) double damping,
    @Bounds(min = 0, max = 1e3) double friction,
    @Bounds(min = -4, max = 4) double lower,
    @Bounds(min = -4, max = 4) double upper)
    implements SelfChecking {

  /** Along or about what a joint moves. */
  public sealed interface Motion {}

  /**
   * Along a straight line.
   *
   * @param axis direction in the frame of the base; its length is taken out
   */
  public record Slide(Vec axis) implements Motion, SelfChecking {
    @Override
    public void check(Problems problems) {
      if (!(axis.norm() > 0)) {
        problems.add(
            "axis", "has no length", "give it a direction, for example {x: 1, y: 0, z: 0}");
      }
    }
  }

  /** About the vertical through the origin of the base. */
  public record Hinge() implements Motion {}

  @Override
  public void check(Problems problems) {
    if (!(upper > lower)) {
      problems.add("upper", "is not above lower (" + lower + ")", "raise upper");
    }
  }
}
