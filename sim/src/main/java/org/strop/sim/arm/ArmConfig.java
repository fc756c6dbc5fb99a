package org.strop.sim.arm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.configs.ConfigLoader;

/**
 * A simulated arm: {@code configs/robots/gen3_arm.yaml}.
 *
 * @param name of the arm
 * @param urdf beside this file
 * @param tip link that is the flange; the usual one where left out
 * @param worldFromBase where the URDF's root stands
 * @param homeRad posture that inverse kinematics starts from and redundancy returns to, one per
 *     joint
 * @param drives by joint
 * @param tool on the flange
 * @param posture of the redundant joint
 */
public record ArmConfig(
    String name,
    Path urdf,
    Optional<String> tip,
    Placement worldFromBase,
    @Bounds(min = -7, max = 7) List<Double> homeRad,
    Map<String, DriveConfig> drives,
    ToolConfig tool,
    PostureConfig posture) {
  /** Copies the collections. */
  public ArmConfig {
    homeRad = List.copyOf(homeRad);
    drives = Map.copyOf(drives);
  }

  /**
   * Loads an arm; its URDF's path is made absolute.
   *
   * @throws org.strop.configs.StropException with everything that is wrong in the file
   */
  public static ArmConfig load(Path file, List<String> overrides) {
    ArmConfig c = ConfigLoader.load(file, overrides, ArmConfig.class).value();
    Path urdf = file.toAbsolutePath().resolveSibling(c.urdf);
    return new ArmConfig(
        c.name, urdf, c.tip, c.worldFromBase, c.homeRad, c.drives, c.tool, c.posture);
  }
}
