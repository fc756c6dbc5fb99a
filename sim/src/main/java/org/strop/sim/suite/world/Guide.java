package org.strop.sim.suite.world;

/**
 * What a person who knows the task would want now: where to touch, the free way there, and where to
 * move from there. A function of the world's state alone, so that who follows it is one too. Filled
 * by {@link SuiteWorld#guide}; reused. World frame, m.
 */
public final class Guide {
  /** Where the middle of the hand should be to act on the object. */
  public final double[] touch = new double[3];

  /** Unit direction of the free way out from there. */
  public final double[] out = new double[3];

  /** Length of that way, m. */
  public double outLengthM;

  /** How far beside the way is still on it, m. */
  public double besideM;

  /** Once touching: displacement to make. */
  public final double[] push = new double[3];

  /** Grip on the way, in [−1, 1]. */
  public double gripOnTheWay;

  /** Grip once touching. */
  public double gripTouching;

  /** Whether there is nothing left to do but to stay. */
  public boolean rest;

  static void set(double[] vector, double x, double y, double z) {
    vector[0] = x;
    vector[1] = y;
    vector[2] = z;
  }
}
