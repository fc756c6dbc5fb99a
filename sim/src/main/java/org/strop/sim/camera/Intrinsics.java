package org.strop.sim.camera;

import org.strop.configs.Bounds;

/**
 * A pinhole camera without distortion: u = fx x/z + cx, v = fy y/z + cy; pixel (0, 0) covers [0, 1)
 * x [0, 1), so its middle is at (0.5, 0.5).
 *
 * @param width pixels
 * @param height pixels
 * @param fx focal length, pixels
 * @param fy focal length, pixels
 * @param cx principal point, pixels
 * @param cy principal point, pixels
 */
public record Intrinsics(
    @Bounds(min = 1, max = 8192) int width,
    @Bounds(min = 1, max = 8192) int height,
    @Bounds(min = 0, exclusiveMin = true) double fx,
    @Bounds(min = 0, exclusiveMin = true) double fy,
    double cx,
    double cy) {
  /** Returns a camera with square pixels, its axis in the middle. */
  public static Intrinsics of(int width, int height, double verticalFovRad) {
    double f = 0.5 * height / Math.tan(0.5 * verticalFovRad);
    return new Intrinsics(width, height, f, f, 0.5 * width, 0.5 * height);
  }

  /** Returns the same view with more or fewer pixels. */
  public Intrinsics scaled(int factor) {
    return new Intrinsics(
        width * factor, height * factor, fx * factor, fy * factor, cx * factor, cy * factor);
  }
}
