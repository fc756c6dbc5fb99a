package org.strop.sim.urdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;
import org.strop.sim.arm.Mechanism;
import org.strop.sim.arm.MechanismBuilder;

class UrdfReaderTest {
  private static final String BODY =
      "<inertial><mass value='1'/><inertia ixx='1' iyy='1' izz='1'/></inertial>";

  private static String robot(String inside) {
    return "<robot name='r'>\n" + inside + "\n</robot>";
  }

  private static String link(String name) {
    return "<link name='" + name + "'>" + BODY + "</link>\n";
  }

  private static String joint(String name, String type, String parent, String child, String more) {
    return "<joint name='%s' type='%s'><parent link='%s'/><child link='%s'/>%s</joint>%n"
        .formatted(name, type, parent, child, more);
  }

  private static String turns(String name, String parent, String child) {
    return joint(name, "continuous", parent, child, "<axis xyz='0 0 2'/>");
  }

  private static void refused(String xml, String... words) {
    assertThatThrownBy(
            () -> MechanismBuilder.arm(UrdfReader.parse(xml, "r.urdf"), Optional.empty()))
        .isInstanceOf(StropException.class)
        .hasMessageContainingAll(words)
        .hasMessageContainingAll("r.urdf", "fix:");
  }

  @Test
  void axesAreUnitVectorsAndInertiasTurnWithTheirFrame() {
    UrdfRobot robot =
        UrdfReader.parse(
            robot(
                link("a")
                    + "<link name='b'><inertial><origin xyz='1 2 3' rpy='0 0 1.5707963267948966'/>"
                    + "<mass value='2'/><inertia ixx='1' iyy='2' izz='2.5'/></inertial></link>"
                    + turns("j", "a", "b")),
            "r.urdf");
    assertThat(robot.root()).isEqualTo("a");
    assertThat(robot.joints().get(0).axis().z()).isEqualTo(1);
    BodyInertia b = robot.link("b").inertia().orElseThrow();
    assertThat(b.comY()).isEqualTo(2);
    assertThat(b.xx()).isCloseTo(2, within(1e-12));
    assertThat(b.yy()).isCloseTo(1, within(1e-12));
  }

  @Test
  void whatIsFixedIsWeldedTogether() {
    Mechanism arm =
        MechanismBuilder.arm(
            UrdfReader.parse(
                robot(
                    link("a")
                        + link("b")
                        + link("tool")
                        + "<link name='tip'/>"
                        + turns("j", "a", "b")
                        + joint("f", "fixed", "b", "tool", "<origin xyz='0 2 0'/>")
                        + joint("g", "fixed", "tool", "tip", "<origin xyz='0 1 0'/>")),
                "r.urdf"),
            Optional.empty());
    BodyInertia b = arm.bodies().get(0).inertia();
    assertThat(b.mass()).isEqualTo(2);
    assertThat(b.comY()).isEqualTo(1);
    assertThat(b.yy()).isEqualTo(2);
    assertThat(b.zz()).isEqualTo(4); // 1 + 1 + 2 · 1 kg · (1 m)²
    assertThat(arm.flange()).isEqualTo("tip");
    assertThat(arm.bodyFromFlange().translation()).containsExactly(0, 3, 0);
  }

  @Test
  void namesWithinOtherElementsAreNotJoints() {
    UrdfRobot robot =
        UrdfReader.parse(
            robot(
                "<ros2_control><joint name='j'><param name='min'>${-2*pi}</param></joint>"
                    + "</ros2_control>"
                    + link("a")
                    + link("b")
                    + turns("j", "a", "b")),
            "r.urdf");
    assertThat(robot.joints()).hasSize(1);
  }

  @Test
  void loopsAreTold() {
    String three = link("a") + link("b") + link("c");
    refused(
        robot(three + turns("j", "a", "b") + turns("k", "b", "c") + turns("l", "c", "a")), "loop");
    refused(
        robot(three + turns("j", "a", "b") + turns("k", "a", "c") + turns("l", "b", "c")),
        "link c hangs on two joints, k and l",
        "loop");
    refused(robot(three + turns("k", "b", "c") + turns("l", "c", "b")), "loop");
  }

  @Test
  void aMovingLinkWithoutInertiaIsTold() {
    refused(
        robot(link("a") + "<link name='forearm'/>" + turns("elbow", "a", "forearm")),
        "forearm",
        "elbow",
        "no inertia",
        "r.urdf:3");
  }

  @Test
  void brokenTreesAreTold() {
    refused(robot(link("a") + link("b")), "more than one root", "a, b");
    refused(robot(link("a") + link("a")), "twice");
    refused(robot(link("a") + turns("j", "a", "b")), "joint j", "link b", "not there");
    refused(robot(link("a")), "no joint moves");
    refused(robot(""), "0 links");
    refused(
        robot(link("a") + link("b") + joint("j", "continuous", "a", "b", "<mimic joint='ghost'/>")),
        "ghost");
  }

  @Test
  void numbersThatCannotBeAreTold() {
    refused(robot(link("a").replace("mass value='1'", "mass value='NaN'")), "not finite", "NaN");
    refused(robot(link("a").replace("mass value='1'", "mass value='heavy'")), "heavy");
    refused(robot(link("a").replace("mass value='1'", "mass value='-1'")), "negative");
    refused(robot(link("a").replace("ixx='1'", "ixx='1' ixy='9'")), "not positive");
    String two = link("a") + link("b");
    refused(robot(two + joint("j", "continuous", "a", "b", "<dynamics damping='-1'/>")), "damping");
    refused(robot(two + joint("j", "continuous", "a", "b", "<axis xyz='0 0 0'/>")), "no axis");
    refused(robot(two + joint("j", "continuous", "a", "b", "<axis xyz='0 1'/>")), "three");
    refused(robot(two + joint("j", "floating", "a", "b", "")), "floating", "not simulated");
    refused(robot(two + joint("j", "revolute", "a", "b", "<limit lower='1' upper='-1'/>")), "swap");
  }

  @Test
  void whatIsNotARobotIsTold() {
    refused("<html/>", "not a robot");
    refused("<robot><link name='a'>", "not well-formed");
    refused("", "not well-formed");
    refused("<!DOCTYPE robot [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><robot>&x;</robot>", "");
    refused("<a>".repeat(41) + "</a>".repeat(41), "levels");
    refused("<robot>" + " ".repeat(XmlFile.MAX_CHARS) + "</robot>", "characters");
    assertThatThrownBy(() -> UrdfReader.read(Path.of("nowhere.urdf")))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("nowhere.urdf");
  }
}
