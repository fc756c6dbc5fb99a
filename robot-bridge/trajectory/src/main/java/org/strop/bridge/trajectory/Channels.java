package org.strop.bridge.trajectory;

import java.util.Collections;
import java.util.List;

/** The channels of a force-aware Cartesian manipulation task, under the field's keys. */
public final class Channels {
  /** Pose of the tool point in the world frame: position in m, quaternion x y z w. */
  public static final ChannelSpec STATE = pose("observation.state");

  /** Wrist wrench: force in N, torque in Nm, in the sensor's frame. */
  public static final ChannelSpec WRENCH =
      new ChannelSpec(
          "observation.wrench",
          List.of("fx", "fy", "fz", "mx", "my", "mz"),
          List.of("N", "N", "N", "N m", "N m", "N m"),
          "wrist_ft");

  /** Commanded equilibrium pose of the impedance controller, world frame, like {@link #STATE}. */
  public static final ChannelSpec ACTION = pose("action");

  /**
   * What the blade does at this step: thickness and width of the strip being cut, speed of slipping
   * without cutting, depth of a gouge into the flesh. All 0 in free air.
   */
  public static final ChannelSpec CUT =
      new ChannelSpec(
          "cut",
          List.of("thickness", "width", "slip", "gouge"),
          List.of("m", "m", "m/s", "m"),
          "tool");

  /** Reward of the step from this row to the next, where a task has one. */
  public static final ChannelSpec NEXT_REWARD =
      new ChannelSpec("next.reward", List.of("reward"), List.of("1"), "");

  /** Whether the task counts as solved after that step: 1 or 0. */
  public static final ChannelSpec NEXT_SUCCESS =
      new ChannelSpec("next.success", List.of("success"), List.of("1"), "");

  private Channels() {}

  private static ChannelSpec pose(String key) {
    List<String> units = new java.util.ArrayList<>(Collections.nCopies(3, "m"));
    units.addAll(Collections.nCopies(4, "1"));
    return new ChannelSpec(key, List.of("x", "y", "z", "qx", "qy", "qz", "qw"), units, "world");
  }
}
