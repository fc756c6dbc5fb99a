package org.strop.sim.task;

import java.util.SplittableRandom;
import org.strop.configs.SelfChecking;

/**
 * A uniform distribution; {@code min} equal to {@code max} is a constant.
 *
 * @param min smallest value, in the unit of its use
 * @param max largest value, at least {@code min}
 */
public record Range(double min, double max) implements SelfChecking {
  @Override
  public void check(Problems problems) {
    if (!(max >= min)) {
      problems.add("max", "is " + max + ", but must be at least min (" + min + ")", "raise max");
    }
  }

  /** Returns a value drawn from {@code random}; one draw, whatever the range. */
  public double draw(SplittableRandom random) {
    return min + (max - min) * random.nextDouble();
  }

  /** Returns the middle. */
  public double middle() {
    return 0.5 * (min + max);
  }
}
