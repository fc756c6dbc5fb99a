package org.strop.bridge.control.fake;

import java.nio.file.Path;
import java.util.List;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.configs.ConfigLoader;

/** The robot that ships, for tests. */
public final class ShippedRobot {
  private static final Path FILE =
      Path.of(System.getProperty("strop.root", "."), "configs/robots/peeling_cell.yaml");

  private ShippedRobot() {}

  /** Loads it with overrides. */
  public static RobotConfig load(String... overrides) {
    return ConfigLoader.load(FILE, List.of(overrides), RobotConfig.class).value();
  }
}
