package org.strop.reward.world;

/**
 * A run of steps in a world: T actions and the T + 1 states that they pass through.
 *
 * <p>Actions after the end of an episode stay in the terminal state with zero features: these are
 * the absorbing transitions of METHODS, section 2. Immutable.
 */
public final class WorldSegment {
  private final int[] states;
  private final int[] actions;

  private WorldSegment(int[] states, int[] actions) {
    this.states = states;
    this.actions = actions;
  }

  /** Returns the segment that actions make from a state. */
  public static WorldSegment walk(World world, int start, int... actions) {
    int[] states = new int[actions.length + 1];
    states[0] = start;
    for (int t = 0; t < actions.length; t++) {
      states[t + 1] = world.next(states[t], actions[t]);
    }
    return new WorldSegment(states, actions.clone());
  }

  /** Returns the number of steps, T. */
  public int length() {
    return actions.length;
  }

  /** Returns the state before step {@code t}; {@code t = T} is the last state. */
  public int state(int t) {
    return states[t];
  }

  /** Returns the action of step {@code t}. */
  public int action(int t) {
    return actions[t];
  }

  /** Returns the first state. */
  public int first() {
    return states[0];
  }

  /** Returns the last state. */
  public int last() {
    return states[actions.length];
  }

  /** Returns Σ φ(s, a) over the steps, undiscounted, length K. */
  public double[] features(World world) {
    double[] sum = new double[world.features()];
    for (int t = 0; t < actions.length; t++) {
      world.addFeatures(states[t], actions[t], 1, sum);
    }
    return sum;
  }

  /** Returns Σ x(s, a) over the steps of any table of length S·A: rewards or advantages. */
  public double sum(World world, double[] table) {
    double sum = 0;
    for (int t = 0; t < actions.length; t++) {
      sum += table[states[t] * world.actions() + actions[t]];
    }
    return sum;
  }
}
