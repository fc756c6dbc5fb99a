package org.strop.sim.arm;

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
import org.strop.sim.urdf.BodyInertia;
import org.strop.sim.urdf.RigidTransform;
import org.strop.sim.urdf.UrdfJoint;
import org.strop.sim.urdf.UrdfLink;
import org.strop.sim.urdf.UrdfRobot;

/**
 * Makes mechanisms of a URDF robot: chooses the joints that move, holds the others, welds what is
 * fixed.
 *
 * <p>A joint that moves in the file but is not chosen (the fingers of a gripper on an arm) is held
 * at zero, a mimic joint at its offset; what it carries keeps its mass.
 */
public final class MechanismBuilder {
  private static final List<String> FLANGE_NAMES =
      List.of("flange", "tool0", "end_effector", "tool_frame", "ee_link", "tcp");

  private MechanismBuilder() {}

  /**
   * Returns the serial arm of a robot: the joints from the root to the tip, or, without a tip, up
   * to the first link on which more than one movable branch hangs.
   *
   * <p>Without a tip the flange is, among the links fixed to the last body, the first that has
   * {@code flange}, {@code tool0}, {@code end_effector}, {@code tool_frame}, {@code ee_link} or
   * {@code tcp} in its name (in this order), else the end of the chain of first fixed joints.
   *
   * @throws StropException if there is no such link, nothing moves, or a moving body has no mass
   */
  public static Mechanism arm(UrdfRobot robot, Optional<String> tip) {
    if (tip.isPresent()) {
      robot.link(tip.get());
      return build(robot, movable(robot.path(tip.get())), tip.get());
    }
    String last = endOfArm(robot);
    return build(robot, movable(robot.path(last)), flange(robot, last));
  }

  /** Returns the whole tree: every movable joint of the file, the flange that of {@link #arm}. */
  public static Mechanism tree(UrdfRobot robot, Optional<String> tip) {
    String flange = arm(robot, tip).flange();
    return build(robot, new HashSet<>(robot.movableJoints()), flange);
  }

  private static Set<UrdfJoint> movable(List<UrdfJoint> joints) {
    Set<UrdfJoint> set = new HashSet<>(joints);
    set.removeIf(joint -> !joint.movable());
    return set;
  }

  /** The last link before the movable joints branch. */
  private static String endOfArm(UrdfRobot robot) {
    String link = robot.root();
    String body = link;
    while (true) {
      List<UrdfJoint> branches =
          robot.childrenOf(link).stream().filter(joint -> moves(robot, joint)).toList();
      if (branches.size() != 1) {
        return branches.isEmpty() ? body : bodyOr(robot, body, link);
      }
      link = branches.get(0).child();
      body = branches.get(0).movable() ? link : body;
    }
  }

  private static String bodyOr(UrdfRobot robot, String body, String link) {
    if (body.equals(robot.root())) {
      throw new StropException(
          ErrorCode.USAGE,
          "more than one arm hangs on link " + link + ".",
          robot.source(),
          "name the link at the end of one with --tip.");
    }
    return body;
  }

  private static boolean moves(UrdfRobot robot, UrdfJoint joint) {
    return joint.movable()
        || robot.childrenOf(joint.child()).stream().anyMatch(child -> moves(robot, child));
  }

  private static String flange(UrdfRobot robot, String body) {
    List<String> fixed = fixedTo(robot, body);
    for (String name : FLANGE_NAMES) {
      for (String link : fixed) {
        if (link.toLowerCase(java.util.Locale.ROOT).contains(name)) {
          return link;
        }
      }
    }
    String link = body;
    Optional<UrdfJoint> next = firstFixed(robot, link);
    while (next.isPresent()) {
      link = next.get().child();
      next = firstFixed(robot, link);
    }
    return link;
  }

  private static Optional<UrdfJoint> firstFixed(UrdfRobot robot, String link) {
    return robot.childrenOf(link).stream().filter(joint -> !joint.movable()).findFirst();
  }

  private static List<String> fixedTo(UrdfRobot robot, String body) {
    List<String> found = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(body));
    while (!open.isEmpty()) {
      String link = open.removeFirst();
      found.add(link);
      robot.childrenOf(link).stream()
          .filter(joint -> !joint.movable())
          .forEach(joint -> open.addLast(joint.child()));
    }
    return found;
  }

  /** Where a link is: on which body (−1: the world), and where there. */
  private record Place(int body, RigidTransform bodyFromLink) {}

  private static Mechanism build(UrdfRobot robot, Set<UrdfJoint> chosen, String flange) {
    List<UrdfJoint> joints = robot.joints().stream().filter(chosen::contains).toList();
    if (joints.isEmpty()) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "no joint moves between the root " + robot.root() + " and " + flange + ".",
          robot.source(),
          "give a robot with revolute, continuous or prismatic joints.");
    }
    Map<String, Place> places = places(robot, joints);
    List<Mechanism.Body> bodies = new ArrayList<>();
    for (int i = 0; i < joints.size(); i++) {
      UrdfJoint joint = joints.get(i);
      Place parent = at(places, joint.parent());
      bodies.add(
          new Mechanism.Body(
              joint,
              parent.body(),
              parent.bodyFromLink().times(joint.parentFromJoint()),
              inertia(robot, places, i, joint)));
    }
    Place end = at(places, flange);
    if (end.body() < 0) {
      throw new StropException(
          ErrorCode.USAGE,
          "link " + flange + " does not move.",
          robot.source(),
          "name a link at the end of the arm.");
    }
    return new Mechanism(robot.name(), bodies, flange, end.body(), end.bodyFromLink());
  }

  private static Place at(Map<String, Place> places, String link) {
    Place place = places.get(link);
    if (place == null) {
      throw new IllegalStateException("link " + link + " is not in the tree");
    }
    return place;
  }

  private static Map<String, Place> places(UrdfRobot robot, List<UrdfJoint> joints) {
    Map<String, Place> places = new HashMap<>();
    places.put(robot.root(), new Place(-1, RigidTransform.IDENTITY));
    Deque<String> open = new ArrayDeque<>(List.of(robot.root()));
    while (!open.isEmpty()) {
      String link = open.removeFirst();
      Place here = at(places, link);
      for (UrdfJoint joint : robot.childrenOf(link)) {
        int body = joints.indexOf(joint);
        double held = joint.mimic().map(UrdfJoint.Mimic::offset).orElse(0.0);
        places.put(
            joint.child(),
            body >= 0
                ? new Place(body, RigidTransform.IDENTITY)
                : new Place(here.body(), here.bodyFromLink().times(joint.parentFromChild(held))));
        open.addLast(joint.child());
      }
    }
    return places;
  }

  private static BodyInertia inertia(
      UrdfRobot robot, Map<String, Place> places, int body, UrdfJoint joint) {
    BodyInertia sum = BodyInertia.NONE;
    for (UrdfLink link : robot.links()) {
      Place place = at(places, link.name());
      if (place.body() == body && link.inertia().isPresent()) {
        sum = sum.plus(link.inertia().get().in(place.bodyFromLink()));
      }
    }
    if (sum.mass() <= 0) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "link " + joint.child() + " moves with joint " + joint.name() + " but has no inertia.",
          robot.source() + ":" + robot.link(joint.child()).line(),
          "give it an <inertial> with a mass and moments of inertia.");
    }
    return sum;
  }
}
