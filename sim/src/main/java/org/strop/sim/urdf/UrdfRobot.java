package org.strop.sim.urdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * A robot: links joined to one tree.
 *
 * @param name of the robot
 * @param links in the file's order
 * @param joints in the file's order
 * @param root the link that hangs on nothing: the world
 * @param source told in errors
 */
public record UrdfRobot(
    String name, List<UrdfLink> links, List<UrdfJoint> joints, String root, String source) {
  private static final int MAX_LINKS = 500;

  /** Copies the lists. */
  public UrdfRobot {
    links = List.copyOf(links);
    joints = List.copyOf(joints);
  }

  /** Checks that links and joints are one tree. */
  static UrdfRobot checked(
      String name, List<UrdfLink> links, List<UrdfJoint> joints, String source) {
    if (links.isEmpty() || links.size() > MAX_LINKS) {
      throw wrong(
          "the robot has " + links.size() + " links, but must have 1 to " + MAX_LINKS,
          source,
          "give one robot");
    }
    Set<String> linkNames = new HashSet<>();
    for (UrdfLink link : links) {
      if (!linkNames.add(link.name())) {
        throw wrong("link " + link.name() + " is there twice", at(source, link.line()), "rename");
      }
    }
    checkJoints(joints, linkNames, source);
    UrdfRobot robot = new UrdfRobot(name, links, joints, root(links, joints, source), source);
    robot.checkReach();
    return robot;
  }

  private static void checkJoints(List<UrdfJoint> joints, Set<String> links, String source) {
    Set<String> names = new HashSet<>();
    Map<String, UrdfJoint> byChild = new HashMap<>();
    for (UrdfJoint joint : joints) {
      String where = at(source, joint.line());
      if (!names.add(joint.name())) {
        throw wrong("joint " + joint.name() + " is there twice", where, "rename one");
      }
      for (String link : List.of(joint.parent(), joint.child())) {
        if (!links.contains(link)) {
          throw wrong(
              "joint " + joint.name() + " names link " + link + ", which is not there",
              where,
              "add the link, or correct the name");
        }
      }
      UrdfJoint other = byChild.putIfAbsent(joint.child(), joint);
      if (other != null) {
        throw wrong(
            "link "
                + joint.child()
                + " hangs on two joints, "
                + other.name()
                + " and "
                + joint.name()
                + ": that is a loop",
            where,
            "open the loop: a link has one parent");
      }
    }
    checkMimics(joints, names, source);
  }

  private static void checkMimics(List<UrdfJoint> joints, Set<String> names, String source) {
    for (UrdfJoint joint : joints) {
      String other = joint.mimic().map(UrdfJoint.Mimic::joint).orElse(null);
      if (other != null && (!names.contains(other) || other.equals(joint.name()))) {
        throw wrong(
            "joint " + joint.name() + " follows joint " + other + ", which is not there",
            at(source, joint.line()),
            "correct the name in <mimic>");
      }
    }
  }

  private static String root(List<UrdfLink> links, List<UrdfJoint> joints, String source) {
    Set<String> children = new HashSet<>();
    joints.forEach(joint -> children.add(joint.child()));
    List<String> roots =
        links.stream().map(UrdfLink::name).filter(link -> !children.contains(link)).toList();
    if (roots.isEmpty()) {
      throw wrong("the joints form a loop: every link hangs on another", source, "open the loop");
    }
    if (roots.size() > 1) {
      throw wrong(
          "the robot has more than one root: " + String.join(", ", roots),
          source,
          "join all links to one tree");
    }
    return roots.get(0);
  }

  /** A ring of joints beside the tree has no root of its own. */
  private void checkReach() {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      String link = open.removeLast();
      reached.add(link);
      childrenOf(link).forEach(joint -> open.addLast(joint.child()));
    }
    for (UrdfLink link : links) {
      if (!reached.contains(link.name())) {
        throw wrong(
            "link " + link.name() + " is part of a loop that the root does not reach",
            at(source, link.line()),
            "open the loop and join it to the root");
      }
    }
  }

  /** Returns the joints that hang on a link, in the file's order. */
  public List<UrdfJoint> childrenOf(String link) {
    return joints.stream().filter(joint -> joint.parent().equals(link)).toList();
  }

  /** Returns the joint that a link hangs on; empty for the root. */
  public Optional<UrdfJoint> parentOf(String link) {
    return joints.stream().filter(joint -> joint.child().equals(link)).findFirst();
  }

  /** Returns the joints that move, in the file's order. */
  public List<UrdfJoint> movableJoints() {
    return joints.stream().filter(UrdfJoint::movable).toList();
  }

  /**
   * Returns a link.
   *
   * @throws StropException if there is none of that name
   */
  public UrdfLink link(String wanted) {
    return links.stream()
        .filter(link -> link.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new StropException(
                    ErrorCode.USAGE,
                    "there is no link " + wanted + ".",
                    source,
                    "use one of " + links.stream().map(UrdfLink::name).toList() + "."));
  }

  /** Returns the joints from the root to a link, first the one nearest to the root. */
  public List<UrdfJoint> path(String link) {
    List<UrdfJoint> path = new ArrayList<>();
    Optional<UrdfJoint> joint = parentOf(link);
    while (joint.isPresent()) {
      path.add(0, joint.get());
      joint = parentOf(joint.get().parent());
    }
    return path;
  }

  private static String at(String source, int line) {
    return source + ":" + line;
  }

  private static StropException wrong(String what, String where, String fix) {
    return new StropException(ErrorCode.CORRUPT_DATA, what + ".", where, fix + ".");
  }
}
