package org.strop.sim.suite.task;

import java.util.List;

/** What a task may show of its object, beside the hand: each is one or more columns. */
public enum ObjectColumn {
  /** Where the handle or the middle of the object is, m. */
  POSITION(List.of("object_x", "object_y", "object_z"), "m"),
  /** How fast that moves, m/s. */
  VELOCITY(List.of("object_vx", "object_vy", "object_vz"), "m/s"),
  /** The joint's coordinate, m or rad. */
  JOINT(List.of("joint"), "1"),
  /** The joint's speed, m/s or rad/s. */
  JOINT_SPEED(List.of("joint_speed"), "1/s"),
  /** Which way a hinged body points: sine and cosine of its yaw in the world. */
  HEADING(List.of("heading_sin", "heading_cos"), "1"),
  /** Where the handle or the object shall be, m. */
  GOAL(List.of("goal_x", "goal_y", "goal_z"), "m");

  private final List<String> names;
  private final String unit;

  ObjectColumn(List<String> names, String unit) {
    this.names = names;
    this.unit = unit;
  }

  /** Returns the names of its columns. */
  public List<String> names() {
    return names;
  }

  /** Returns the unit of its columns. */
  public String unit() {
    return unit;
  }
}
