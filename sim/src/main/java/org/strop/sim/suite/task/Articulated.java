package org.strop.sim.suite.task;

import java.util.List;
import org.strop.configs.SelfChecking;
import org.strop.sim.task.Range;

/**
 * A body on a joint: button, door, drawer, window, faucet.
 *
 * <p>Frames: the base stands where {@code place} says; the link's frame is the base's, moved by the
 * joint. Offsets of the handle are in the link's frame and move with it.
 *
 * @param place where the base stands
 * @param joint how the link moves
 * @param start the joint's coordinate at the start, m or rad
 * @param goal the joint's coordinate aimed at, m or rad
 * @param link solids that move
 * @param fixed solids that stand still, in the base's frame
 * @param handle the point of the link that is worked on, link frame
 * @param touch where the middle of the finger goes to push toward the goal, as an offset from the
 *     handle, link frame
 * @param approach from there, the free way out that the finger can come in by, link frame
 * @param observe what is shown
 */
public record Articulated(
    Placement place,
    JointConfig joint,
    Range start,
    double goal,
    List<SolidConfig> link,
    List<SolidConfig> fixed,
    Vec handle,
    Vec touch,
    Vec approach,
    List<ObjectColumn> observe)
    implements Mechanism, SelfChecking {
  /** Copies the lists. */
  public Articulated {
    link = List.copyOf(link);
    fixed = List.copyOf(fixed);
    observe = List.copyOf(observe);
  }

  @Override
  public void check(Problems problems) {
    Mechanism.checkColumns(observe, List.of(ObjectColumn.values()), problems);
    inside(problems, "goal", goal);
    inside(problems, "start.min", start.min());
    inside(problems, "start.max", start.max());
    if (goal >= start.min() && goal <= start.max()) {
      problems.add("goal", "is " + goal + ", where the joint may start", "move one of them");
    }
    if (!(approach.norm() > 0.01)) {
      problems.add("approach", "is shorter than 1 cm", "give the finger a way in");
    }
    if (link.isEmpty()) {
      problems.add("link", "is empty", "give the link at least one solid");
    }
  }

  private void inside(Problems problems, String key, double q) {
    if (q < joint.lower() || q > joint.upper()) {
      String stops = "[" + joint.lower() + ", " + joint.upper() + "]";
      problems.add(key, "is " + q + ", outside of the joint's stops " + stops, "move it inside");
    }
  }
}
