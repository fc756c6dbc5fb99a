package org.strop.sim.suite.scene;

/**
 * One solid of a scene, where it is now: a box, a cylinder or a sphere. World frame (x right, y
 * away from the robot, z up from the table's top at 0), m, rad.
 *
 * <p>Names are stable over an episode, so that a viewer can follow a shape: {@code table}, {@code
 * hand}, {@code finger_left}, {@code finger_right}, {@code goal} (a marker, nothing solid), {@code
 * fixed_0}... for what stands still, {@code link_0}... for what moves on a joint, {@code object}
 * for what is free.
 */
public sealed interface SceneShape {
  /** Returns the name, unique within the scene. */
  String name();

  /** Returns the colour, 0xRRGGBB. */
  int rgb();

  /**
   * A box, turned about the vertical only.
   *
   * @param center its middle
   * @param half half of each edge, in its own frame
   * @param yawRad turn about z, right-handed
   */
  record Box(String name, Point center, Point half, double yawRad, int rgb) implements SceneShape {}

  /**
   * A cylinder of any direction.
   *
   * @param from middle of one end
   * @param to middle of the other
   * @param radiusM its radius
   */
  record Cylinder(String name, Point from, Point to, double radiusM, int rgb)
      implements SceneShape {}

  /**
   * A sphere.
   *
   * @param center its middle
   * @param radiusM its radius
   */
  record Sphere(String name, Point center, double radiusM, int rgb) implements SceneShape {}
}
