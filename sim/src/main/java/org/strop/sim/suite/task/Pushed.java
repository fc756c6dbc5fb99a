package org.strop.sim.suite.task;

import java.util.List;
import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.sim.task.Range;

/**
 * A free round disc on the table, to be pushed to a place or into a hole. It slides with Coulomb
 * friction; its spin is left out, for nothing here depends on it.
 *
 * @param startX where the disc lies at the start, m
 * @param startY the same, y, m
 * @param goalX where it shall go, m
 * @param goalY the same, y, m
 * @param massKg of the disc, kg
 * @param radiusM of the disc, m
 * @param heightM of the disc, m
 * @param friction between disc and table, 1
 * @param hole at the goal, if there is one
 * @param fixed solids that stand still, relative to the goal; the disc is stopped by them too
 * @param approachM height from which the finger comes down behind the disc, m
 * @param rgb colour of the disc
 * @param observe what is shown
 */
public record Pushed(
    Range startX,
    Range startY,
    Range goalX,
    Range goalY,
    @Bounds(min = 0.01, max = 5) double massKg,
    @Bounds(min = 0.005, max = 0.2) double radiusM,
    @Bounds(min = 0.005, max = 0.2) double heightM,
    @Bounds(min = 0, max = 2) double friction,
    Optional<Hole> hole,
    List<SolidConfig> fixed,
    @Bounds(min = 0.02, max = 0.3) double approachM,
    String rgb,
    List<ObjectColumn> observe)
    implements Mechanism, SelfChecking {
  /** Copies the lists. */
  public Pushed {
    fixed = List.copyOf(fixed);
    observe = List.copyOf(observe);
  }

  /**
   * A round hole in the table.
   *
   * @param radiusM m
   * @param depthM m
   */
  public record Hole(
      @Bounds(min = 0.01, max = 0.3) double radiusM,
      @Bounds(min = 0.005, max = 0.3) double depthM) {}

  @Override
  public void check(Problems problems) {
    Mechanism.checkColumns(
        observe,
        List.of(ObjectColumn.POSITION, ObjectColumn.VELOCITY, ObjectColumn.GOAL),
        problems);
    if (hole.isPresent() && !(hole.get().radiusM() > radiusM)) {
      problems.add("hole.radius_m", "is not above the disc's", "widen the hole");
    }
    if (!rgb.matches("[0-9a-fA-F]{6}")) {
      problems.add("rgb", "is " + rgb + ", but must be six hexadecimal digits", "write \"808080\"");
    }
  }
}
