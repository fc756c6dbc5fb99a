package org.strop.bridge.ros.ros1.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.strop.bridge.ros.msg.PoseStamped;

class MessageTypesTest {
  /** As {@code rosmsg md5} of ROS noetic tells them. */
  private static final Map<String, String> MD5 =
      Map.ofEntries(
          Map.entry("geometry_msgs/WrenchStamped", "d78d3cb249ce23087ade7e7d0c40cfa7"),
          Map.entry("geometry_msgs/PoseStamped", "d3812c3cbc69362b77dc0b19b345f8f5"),
          Map.entry("geometry_msgs/TwistStamped", "98d34b0043a2093cf9d9345ab6eef12e"),
          Map.entry("geometry_msgs/Twist", "9f195f881246fdfa2798d1d3eebca84a"),
          Map.entry("geometry_msgs/Wrench", "4f539cf138b23283b520fd271b567936"),
          Map.entry("geometry_msgs/Pose", "e45d45a5a1ce597b249e23fb30fc871f"),
          Map.entry("geometry_msgs/Point", "4a842b65f413084dc2b10fb484ea7f17"),
          Map.entry("geometry_msgs/Quaternion", "a779879fadf0160734f906b8c19c7004"),
          Map.entry("geometry_msgs/Vector3", "4a842b65f413084dc2b10fb484ea7f17"),
          Map.entry("sensor_msgs/JointState", "3066dcd76a6cfaef579bd0f34173e9fd"),
          Map.entry("trajectory_msgs/JointTrajectory", "65b4f94a94d1ed67169da35a02f33d3f"),
          Map.entry("trajectory_msgs/JointTrajectoryPoint", "f3cd1e1c4d320c79d6985c904ae5dcd3"),
          Map.entry("std_msgs/Bool", "8b94c1b53db61fb6aed406028ad6332a"),
          Map.entry("std_msgs/String", "992ce8a1687cec8c8bd883ec73ca41d1"),
          Map.entry("std_msgs/Header", "2176decaecbce78abc3b96ef049fabed"),
          Map.entry("std_msgs/Float64MultiArray", "4b7d974086d4060e7db4613a7e6c3ba4"),
          Map.entry("rosgraph_msgs/Clock", "a9c97c1d230cfc112e270351a944ee47"));

  @Test
  void md5SumsAreThoseOfRos() {
    Map<String, String> ours =
        MessageTypes.all().stream()
            .collect(Collectors.toMap(MessageType::rosType, MessageType::md5));
    assertThat(ours).isEqualTo(MD5);
  }

  @Test
  void theMd5SumOfTriggerIsThatOfRos() {
    assertThat(TriggerType.MD5).isEqualTo("937c9679a518e3a18d831e57125ea522");
  }

  @Test
  void constantsComeFirstAndCommentsDoNotCount() {
    // rosgraph_msgs/Log, whose md5 sum ROS gives as acffd30cd6b6de30f120938c17c593fb
    MessageDefinitions log =
        new MessageDefinitions(
            Map.of(
                    "rosgraph_msgs/Log",
                    """
                    ##
                    ## Severity level constants
                    ##
                    byte DEBUG=1 #debug level
                    byte INFO=2  #general level
                    byte WARN=4  #warning level
                    byte ERROR=8 #error level
                    byte FATAL=16 #fatal/critical level
                    ##
                    ## Fields
                    ##
                    Header header
                    byte level
                    string name # name of the node
                    string msg # message
                    string file # file the message came from
                    string function # function the message came from
                    uint32 line # line the message came from
                    string[] topics # topic names that the node publishes
                    """,
                    "std_msgs/Header",
                    "uint32 seq\ntime stamp\nstring frame_id\n")
                ::get);
    assertThat(log.md5("rosgraph_msgs/Log")).isEqualTo("acffd30cd6b6de30f120938c17c593fb");
  }

  @Test
  void theFullDefinitionHoldsEveryTypeOnceAndVerbatim() {
    String line = "\n" + "=".repeat(80) + "\nMSG: ";
    String full = MessageTypes.of(PoseStamped.class).fullDefinition();
    assertThat(full)
        .startsWith("# A Pose with reference coordinate frame and timestamp\nHeader header");
    assertThat(full.split(line, -1))
        .extracting(part -> part.lines().findFirst().orElseThrow())
        .containsExactly(
            "# A Pose with reference coordinate frame and timestamp",
            "std_msgs/Header",
            "geometry_msgs/Pose",
            "geometry_msgs/Point",
            "geometry_msgs/Quaternion");
  }
}
