package org.strop.sim.suite.task;

import java.util.List;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.sim.task.Range;

/**
 * A free cube that two fingers can grasp by friction, to be carried to a place in the air. It moves
 * without turning.
 *
 * @param startX where the cube lies at the start, m
 * @param startY the same, y, m
 * @param goalX where it shall go, m
 * @param goalY the same, y, m
 * @param goalZ the same, z of its middle, m
 * @param massKg of the cube, kg
 * @param halfM half of its edge, m
 * @param friction between cube and table, 1
 * @param graspShare share of the progress that is given for holding it, in [0, 1)
 * @param approachM height above the cube from which the fingers come down, m
 * @param rgb colour of the cube
 * @param observe what is shown
 */
public record Carried(
    Range startX,
    Range startY,
    Range goalX,
    Range goalY,
    Range goalZ,
    @Bounds(min = 0.005, max = 2) double massKg,
    @Bounds(min = 0.005, max = 0.05) double halfM,
    @Bounds(min = 0, max = 2) double friction,
    @Bounds(min = 0, max = 0.9) double graspShare,
    @Bounds(min = 0.02, max = 0.3) double approachM,
    String rgb,
    List<ObjectColumn> observe)
    implements Mechanism, SelfChecking {
  /** Copies the list. */
  public Carried {
    observe = List.copyOf(observe);
  }

  @Override
  public void check(Problems problems) {
    Mechanism.checkColumns(
        observe,
        List.of(ObjectColumn.POSITION, ObjectColumn.VELOCITY, ObjectColumn.GOAL),
        problems);
    if (!(goalZ.min() >= halfM)) {
      problems.add("goal_z.min", "is below half of the cube", "raise it");
    }
    if (!rgb.matches("[0-9a-fA-F]{6}")) {
      problems.add("rgb", "is " + rgb + ", but must be six hexadecimal digits", "write \"808080\"");
    }
  }
}
