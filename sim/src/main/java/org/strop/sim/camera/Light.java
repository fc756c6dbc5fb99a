package org.strop.sim.camera;

import org.strop.configs.Bounds;

/**
 * A far lamp and the light of the room.
 *
 * @param x direction toward the lamp, world; any length above 0
 * @param y direction toward the lamp
 * @param z direction toward the lamp
 * @param direct strength of the lamp
 * @param sky strength of the room's light from above
 * @param ground strength of the room's light from below
 * @param background colour where nothing is, 0xRRGGBB
 */
public record Light(
    double x,
    double y,
    double z,
    @Bounds(min = 0, max = 10) double direct,
    @Bounds(min = 0, max = 10) double sky,
    @Bounds(min = 0, max = 10) double ground,
    @Bounds(min = 0, max = 0xFFFFFF) int background) {
  /** Refuses a lamp without direction. */
  public Light {
    if (!(x * x + y * y + z * z > 0)) {
      throw new IllegalArgumentException("the lamp has no direction");
    }
  }

  /** A lamp over the left shoulder, in a bright room. */
  public static Light studio() {
    return new Light(-0.45, -0.55, 1.0, 0.75, 0.48, 0.22, 0xE9E6E0);
  }

  CameraPose.Axis toLamp() {
    return new CameraPose.Axis(x, y, z).unit();
  }
}
