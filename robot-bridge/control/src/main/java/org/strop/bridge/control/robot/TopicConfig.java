package org.strop.bridge.control.robot;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * One topic of a robot.
 *
 * @param name global name, for example {@code /joint_states}
 * @param rateHz samples a second that the robot promises; a measured rate below is told
 */
public record TopicConfig(
    String name, @Bounds(min = 0, exclusiveMin = true, max = 10_000) double rateHz)
    implements SelfChecking {

  @Override
  public void check(Problems problems) {
    if (!name.matches("(/[A-Za-z][A-Za-z0-9_]*)+")) {
      problems.add(
          "name",
          "is '" + name + "', but must be a global ROS name such as /joint_states",
          "Begin with / and use letters, digits and underscores.");
    }
  }
}
