package org.strop.bridge.control.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.strop.bridge.control.fake.ShippedRobot;
import org.strop.configs.StropException;

class RobotConfigTest {
  @Test
  void shippedRobotLoadsWithUsableLimits() {
    RobotConfig robot = ShippedRobot.load();
    assertThat(robot.policyStepNanos()).isEqualTo(50_000_000L);
    assertThat(robot.topics().pose().name()).isEqualTo("/tool_pose_broadcaster/pose");
    assertThat(robot.limits().workspace().contains(0.05, 0, 0.05)).isTrue();
    assertThat(robot.limits().hardForceN()).isGreaterThan(robot.limits().softForceN());
  }

  @Test
  void contradictionsAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                ShippedRobot.load(
                    "limits.soft_force_n=80",
                    "limits.workspace.x_min_m=1",
                    "topics.pose.name=pose",
                    "recording.max_gap_s=-1"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("soft_force_n")
        .hasMessageContaining("x_min_m")
        .hasMessageContaining("global ROS name")
        .hasMessageContaining("max_gap_s");
  }

  @Test
  void crossChecksOfTheWholeRobot() {
    assertThatThrownBy(
            () -> ShippedRobot.load("recording.max_gap_s=0.001", "limits.command_max_age_s=0.01"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("max_gap_s")
        .hasMessageContaining("command_max_age_s");
  }
}
