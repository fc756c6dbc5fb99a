package org.strop.sim.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.strop.configs.Bounds;
import org.strop.configs.ConfigLoader;
import org.strop.configs.SelfChecking;

/**
 * The cameras of a cell. Files ship in {@code configs/cameras}.
 *
 * @param width of every picture, pixels
 * @param height of every picture, pixels
 * @param rateHz pictures a second
 * @param stride every how many points of the produce's height field a vertex is put
 * @param shadowSize side of the shadow's map, pixels; 0: no shadows
 * @param cameras by name, as in {@code observation.images.<name>}
 * @param light of all
 */
public record CameraRigConfig(
    @Bounds(min = 8, max = 4096) int width,
    @Bounds(min = 8, max = 4096) int height,
    @Bounds(min = 0, exclusiveMin = true, max = 100) double rateHz,
    @Bounds(min = 1, max = 30) int stride,
    @Bounds(min = 0, max = 4096) int shadowSize,
    Map<String, Mount> cameras,
    Light light)
    implements SelfChecking {
  /** Sorts the cameras by name. */
  public CameraRigConfig {
    cameras = java.util.Collections.unmodifiableMap(new TreeMap<>(cameras));
  }

  /** A point, m. */
  public record Place(double x, double y, double z) {}

  /** Where a camera is and where it looks. */
  public sealed interface Mount {
    /** Returns the vertical field of view, rad. */
    double verticalFovRad();

    /** Returns where it is. */
    Place position();

    /** Returns where it looks. */
    Place lookAt();
  }

  /** A camera that stands; points in the world. */
  public record Fixed(
      @Bounds(min = 0.05, max = 2.8) double verticalFovRad, Place position, Place lookAt)
      implements Mount {}

  /** A camera on the wrist; points in the tool's frame. */
  public record Wrist(
      @Bounds(min = 0.05, max = 2.8) double verticalFovRad, Place position, Place lookAt)
      implements Mount {}

  @Override
  public void check(Problems problems) {
    if (cameras.isEmpty()) {
      problems.add("cameras", "is empty", "name at least one camera");
    }
    cameras.forEach(
        (name, mount) -> {
          if (mount.position().equals(mount.lookAt())) {
            problems.add("cameras." + name, "looks at itself", "move look_at");
          }
        });
  }

  /** Returns the intrinsics of a camera. */
  public Intrinsics intrinsics(String name) {
    Mount mount = cameras.get(name);
    if (mount == null) {
      throw new IllegalArgumentException("no camera " + name + " in " + cameras.keySet());
    }
    return Intrinsics.of(width, height, mount.verticalFovRad());
  }

  /**
   * Loads a rig's file.
   *
   * @throws org.strop.configs.StropException with everything that is wrong in it
   */
  public static CameraRigConfig load(Path file, List<String> overrides) {
    return ConfigLoader.load(file, overrides, CameraRigConfig.class).value();
  }
}
