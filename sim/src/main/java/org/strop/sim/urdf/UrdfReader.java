package org.strop.sim.urdf;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Reads URDF files. Meshes, colours, transmissions and plugins are passed over. */
public final class UrdfReader {
  private static final double SMALLEST_AXIS = 1e-6;

  private UrdfReader() {}

  /**
   * Reads a file.
   *
   * @throws StropException MISSING_DATA if there is none; CORRUPT_DATA with the line if it is not
   *     one robot that is one tree, or a number in it is not one or cannot be
   */
  public static UrdfRobot read(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > 4L * XmlFile.MAX_CHARS) {
        throw new StropException(
            ErrorCode.CORRUPT_DATA,
            "the robot's file has " + Files.size(file) + " bytes, too many.",
            file.toString(),
            "give a URDF file.");
      }
      return parse(Files.readString(file), file.toString());
    } catch (CharacterCodingException e) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "the robot's file is not text.",
          file.toString(),
          "give a URDF file in UTF-8.",
          e);
    } catch (NoSuchFileException e) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there is no such file.",
          file.toString(),
          "name a URDF file, for example configs/robots/gen3.urdf.",
          e);
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO, "reading failed: " + e, file.toString(), "check the file.", e);
    }
  }

  /**
   * Reads a robot from text.
   *
   * @param name of the source, told in errors
   * @throws StropException as {@link #read}
   */
  public static UrdfRobot parse(String xml, String name) {
    XmlElement robot = XmlFile.parse(xml, name);
    if (!robot.name.equals("robot")) {
      throw robot.wrong("is not a robot", "give a URDF file, whose root is <robot>");
    }
    return UrdfRobot.checked(
        robot.text("name").orElse("robot"),
        robot.all("link").stream().map(UrdfReader::link).toList(),
        robot.all("joint").stream().map(UrdfReader::joint).toList(),
        name);
  }

  private static UrdfLink link(XmlElement link) {
    return new UrdfLink(
        link.needText("name"), link.child("inertial").map(i -> inertia(link, i)), link.line);
  }

  private static BodyInertia inertia(XmlElement link, XmlElement inertial) {
    double mass = inertial.need("mass").needNumber("value");
    XmlElement i = inertial.need("inertia");
    double xx = i.needNumber("ixx");
    double xy = i.number("ixy", 0);
    double xz = i.number("ixz", 0);
    double yy = i.needNumber("iyy");
    double yz = i.number("iyz", 0);
    double zz = i.needNumber("izz");
    if (mass < 0 || xx < 0 || yy < 0 || zz < 0) {
      throw link.wrong("has a negative mass or moment of inertia", "give what is physical");
    }
    double minor = xx * yy - xy * xy;
    double determinant =
        xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz);
    double scale = xx + yy + zz;
    double slack = 1e-9;
    if (minor < -slack * scale * scale || determinant < -slack * scale * scale * scale) {
      throw link.wrong("has an inertia that is not positive", "give a symmetric positive one");
    }
    return new BodyInertia(mass, 0, 0, 0, xx, xy, xz, yy, yz, zz).in(origin(inertial));
  }

  private static RigidTransform origin(XmlElement of) {
    Optional<XmlElement> origin = of.child("origin");
    return origin
        .map(o -> RigidTransform.ofOrigin(o.triple("xyz"), o.triple("rpy")))
        .orElse(RigidTransform.IDENTITY);
  }

  private static UrdfJoint joint(XmlElement joint) {
    JointKind kind = kind(joint);
    Optional<XmlElement> dynamics = joint.child("dynamics");
    return new UrdfJoint(
        joint.needText("name"),
        kind,
        joint.need("parent").needText("link"),
        joint.need("child").needText("link"),
        origin(joint),
        kind == JointKind.FIXED ? new UrdfJoint.Axis3(1, 0, 0) : axis(joint),
        limits(joint, kind),
        dynamics.map(d -> notNegative(d, joint, "damping")).orElse(0.0),
        dynamics.map(d -> notNegative(d, joint, "friction")).orElse(0.0),
        joint.child("mimic").map(UrdfReader::mimic),
        joint.line);
  }

  private static UrdfJoint.Mimic mimic(XmlElement m) {
    return new UrdfJoint.Mimic(
        m.needText("joint"), m.number("multiplier", 1), m.number("offset", 0));
  }

  private static double notNegative(XmlElement element, XmlElement joint, String attribute) {
    double value = element.number(attribute, 0);
    if (value < 0) {
      throw joint.wrong("has " + attribute + " " + value + ", below zero", "make it 0 or more");
    }
    return value;
  }

  private static JointKind kind(XmlElement joint) {
    String type = joint.needText("type");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "revolute" -> JointKind.REVOLUTE;
      case "continuous" -> JointKind.CONTINUOUS;
      case "prismatic" -> JointKind.PRISMATIC;
      case "fixed" -> JointKind.FIXED;
      default ->
          throw joint.wrong(
              "is of type " + type + ", which is not simulated",
              "use revolute, continuous, prismatic or fixed");
    };
  }

  private static UrdfJoint.Axis3 axis(XmlElement joint) {
    double[] a =
        joint.child("axis").map(e -> e.triple("xyz")).orElse(new double[] {1, 0, 0}); // URDF
    double norm = Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    if (!(norm > SMALLEST_AXIS)) {
      throw joint.wrong("moves along no axis", "give an axis that is not zero");
    }
    return new UrdfJoint.Axis3(a[0] / norm, a[1] / norm, a[2] / norm);
  }

  private static JointLimits limits(XmlElement joint, JointKind kind) {
    Optional<XmlElement> limit = joint.child("limit");
    if (kind == JointKind.FIXED || limit.isEmpty()) {
      return JointLimits.NONE;
    }
    boolean bounded = kind != JointKind.CONTINUOUS;
    double infinity = Double.POSITIVE_INFINITY;
    double lower = bounded ? limit.get().number("lower", 0) : -infinity;
    double upper = bounded ? limit.get().number("upper", 0) : infinity;
    if (lower > upper) {
      throw joint.wrong("has its lower limit " + lower + " above its upper, " + upper, "swap them");
    }
    return new JointLimits(
        lower, upper, positive(limit.get(), "velocity"), positive(limit.get(), "effort"));
  }

  /** URDF files write 0 where nobody filled in a limit: none, then. */
  private static double positive(XmlElement limit, String attribute) {
    double value = limit.number(attribute, 0);
    if (value < 0) {
      throw limit.wrong("has " + attribute + " " + value + ", below zero", "make it positive");
    }
    return value == 0 ? Double.POSITIVE_INFINITY : value;
  }
}
