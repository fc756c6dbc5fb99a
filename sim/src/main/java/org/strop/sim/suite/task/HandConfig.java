package org.strop.sim.suite.task;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.sim.task.Range;

/**
 * The end effector: a mass on a spring and damper, whose free end the actions move. Ours.
 *
 * <p>At each step the spring's free end is put {@code stepM} times the action away from where the
 * hand is: so a full action in free air is a steady speed, and against something solid a force of
 * at most stiffness times step.
 *
 * @param massKg what is moved, kg
 * @param stiffnessNPerM of the controller, N/m
 * @param dampingRatio of the controller in free air, 1 is critical
 * @param stepM how far a full action moves the spring's free end, m
 * @param radiusM of the finger, m
 * @param friction of the finger on anything, 1
 * @param fingerMassKg of both fingers together, moved by the grip, kg
 * @param gripForceN with which a full grip action closes them, N
 * @param gripDampingNSPerM that limits their speed, N s/m
 * @param maxHalfOpeningM furthest way of a finger from the middle, m
 * @param startX where the hand starts, m
 * @param startY the same, y, m
 * @param startZ the same, z, m
 * @param low corner of the space that the hand stays in, m
 * @param high the other corner, m
 */
public record HandConfig(
    @Bounds(min = 0.05, max = 20) double massKg,
    @Bounds(min = 10, max = 1e5) double stiffnessNPerM,
    @Bounds(min = 0.2, max = 3) double dampingRatio,
    @Bounds(min = 1e-4, max = 0.2) double stepM,
    @Bounds(min = 0.002, max = 0.05) double radiusM,
    @Bounds(min = 0, max = 2) double friction,
    @Bounds(min = 0.01, max = 2) double fingerMassKg,
    @Bounds(min = 0.1, max = 100) double gripForceN,
    @Bounds(min = 0.1, max = 1000) double gripDampingNSPerM,
    @Bounds(min = 0.005, max = 0.1) double maxHalfOpeningM,
    Range startX,
    Range startY,
    Range startZ,
    Vec low,
    Vec high)
    implements SelfChecking {
  @Override
  public void check(Problems problems) {
    boolean inside =
        startX.min() >= low.x()
            && startX.max() <= high.x()
            && startY.min() >= low.y()
            && startY.max() <= high.y()
            && startZ.min() >= low.z()
            && startZ.max() <= high.z();
    if (!inside) {
      problems.add("low", "and high do not hold the start", "widen them, or move the start");
    }
  }
}
