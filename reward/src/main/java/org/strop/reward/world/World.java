package org.strop.reward.world;

import java.util.Arrays;

/**
 * A finite deterministic Markov decision process whose reward is linear in features: r(s, a) = w ·
 * φ(s, a).
 *
 * <p>Terminal states, and states that nothing leads out of, lead to themselves with zero features.
 * Immutable.
 */
public final class World {
  private final int states;
  private final int actions;
  private final int features;
  private final int[] next;
  private final double[] phi;
  private final boolean[] terminal;
  private final int[] starts;

  private World(Builder from) {
    states = from.states;
    actions = from.actions;
    features = from.features;
    next = from.next.clone();
    phi = from.phi.clone();
    terminal = from.terminal.clone();
    starts = from.starts.clone();
  }

  /** Returns the number of states, S. */
  public int states() {
    return states;
  }

  /** Returns the number of actions, A. */
  public int actions() {
    return actions;
  }

  /** Returns the number of features, K. */
  public int features() {
    return features;
  }

  /** Returns the state that an action leads to. */
  public int next(int state, int action) {
    return next[state * actions + action];
  }

  /** Returns one feature of a transition. */
  public double feature(int state, int action, int feature) {
    return phi[(state * actions + action) * features + feature];
  }

  /** Returns whether the episode has ended in a state. */
  public boolean terminal(int state) {
    return terminal[state];
  }

  /** Returns a copy of the states that episodes start in. */
  public int[] starts() {
    return starts.clone();
  }

  /** Adds the features of a transition to an array of length K. */
  public void addFeatures(int state, int action, double scale, double[] sum) {
    int at = (state * actions + action) * features;
    for (int k = 0; k < features; k++) {
      sum[k] += scale * phi[at + k];
    }
  }

  /**
   * Returns the rewards of all transitions under weights, length S·A.
   *
   * @param weights length K; not modified
   */
  public double[] rewards(double[] weights) {
    if (weights.length != features) {
      throw new IllegalArgumentException(weights.length + " weights for " + features + " features");
    }
    double[] rewards = new double[states * actions];
    for (int i = 0; i < rewards.length; i++) {
      for (int k = 0; k < features; k++) {
        rewards[i] += weights[k] * phi[i * features + k];
      }
    }
    return rewards;
  }

  /** Makes a world transition by transition. */
  public static final class Builder {
    private final int states;
    private final int actions;
    private final int features;
    private final int[] next;
    private final double[] phi;
    private final boolean[] terminal;
    private int[] starts = {};

    /** Begins a world in which every action stays, with zero features. */
    public Builder(int states, int actions, int features) {
      if (states < 1 || actions < 1 || features < 1) {
        throw new IllegalArgumentException(states + " states, " + actions + ", " + features);
      }
      this.states = states;
      this.actions = actions;
      this.features = features;
      next = new int[states * actions];
      phi = new double[states * actions * features];
      terminal = new boolean[states];
      for (int s = 0; s < states; s++) {
        Arrays.fill(next, s * actions, (s + 1) * actions, s);
      }
    }

    /**
     * Sets where an action leads and with which features.
     *
     * @param mask bit k: feature k is 1, else 0
     */
    public Builder transition(int state, int action, int target, int mask) {
      int at = state * actions + action;
      next[at] = target;
      for (int k = 0; k < features; k++) {
        phi[at * features + k] = mask >>> k & 1;
      }
      return this;
    }

    /** Makes a state terminal: absorbing, with zero features. */
    public Builder terminal(int state) {
      terminal[state] = true;
      return this;
    }

    /** Sets the start states, at least one, none terminal; copied. */
    public Builder starts(int... from) {
      starts = from.clone();
      return this;
    }

    /**
     * Returns the world.
     *
     * @throws IllegalArgumentException if a transition leads out of the world, a terminal state is
     *     left, or no start is given
     */
    public World build() {
      for (int i = 0; i < next.length; i++) {
        boolean left = terminal[i / actions] && next[i] != i / actions;
        if (next[i] < 0 || next[i] >= states || left) {
          throw new IllegalArgumentException("transition " + i + " leads to " + next[i]);
        }
      }
      if (starts.length == 0 || Arrays.stream(starts).anyMatch(s -> terminal[s])) {
        throw new IllegalArgumentException("starts are " + Arrays.toString(starts));
      }
      return new World(this);
    }
  }
}
