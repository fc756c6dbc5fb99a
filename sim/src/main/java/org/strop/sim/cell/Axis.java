package org.strop.sim.cell;

/**
 * One axis of the impedance controller: mass, spring and damper toward an equilibrium.
 *
 * <p>m v̇ = K (x_eq − x) − D v + f, integrated semi-implicitly: the spring at the old position, all
 * damping at the new velocity, then the position at the new velocity. Damping of any size is stable
 * so.
 */
final class Axis {
  /** Heavy enough that no force of the cell moves it, within rounding. */
  private static final double BRAKED = 1e15;

  final double stiffness;
  final double damping;
  double inertia;
  double position;
  double velocity;
  double equilibrium;

  private final double ownInertia;
  private double from;
  private double to;

  Axis(double inertia, double stiffness, double dampingRatio) {
    this.inertia = inertia;
    ownInertia = inertia;
    this.stiffness = stiffness;
    damping = 2 * dampingRatio * Math.sqrt(inertia * stiffness);
  }

  void reset(double at) {
    position = at;
    velocity = 0;
    equilibrium = at;
    from = at;
    to = at;
  }

  /** Puts the brake on or off. */
  void brake(boolean on) {
    if (on && inertia == ownInertia) {
      velocity = 0;
    }
    inertia = on ? BRAKED : ownInertia;
  }

  /** Sets where the equilibrium goes within the next tick. */
  void command(double target) {
    from = equilibrium;
    to = target;
  }

  /** Places the equilibrium at a share of the tick, in [0, 1]. */
  void interpolate(double share) {
    equilibrium = share >= 1 ? to : from + share * (to - from);
  }

  /** Force of the controller, N or N m. */
  double effort() {
    return stiffness * (equilibrium - position) - damping * velocity;
  }

  /**
   * Momentum after a substep without damping, under an outer force: m v + dt (K (x_eq − x) + f).
   */
  double push(double force, double dt) {
    return inertia * velocity + dt * (stiffness * (equilibrium - position) + force);
  }

  /** One substep under an outer force and an outer drag coefficient (N s/m) at the new velocity. */
  void step(double force, double drag, double dt) {
    move(push(force, dt) / (inertia + dt * (damping + drag)), dt);
  }

  void move(double newVelocity, double dt) {
    velocity = newVelocity;
    position += dt * velocity;
  }

  double energy() {
    double e = equilibrium - position;
    return 0.5 * inertia * velocity * velocity + 0.5 * stiffness * e * e;
  }
}
