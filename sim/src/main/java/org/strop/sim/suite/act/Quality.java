package org.strop.sim.suite.act;

import java.util.List;

/** Grades of data, best first; {@link #MIXED} takes the four others in turn. */
public enum Quality {
  /** The scripted expert. */
  EXPERT,
  /** The expert with noise and lapses. */
  NOISY,
  /** Bouts of the noisy expert between ways to random points. */
  WANDERING,
  /** Uniformly random actions. */
  RANDOM,
  /** Episodes of the four others, by turns. */
  MIXED;

  private static final List<Quality> PURE = List.of(EXPERT, NOISY, WANDERING, RANDOM);

  /** Returns which grade an episode of this one has, for the k-th episode of a series. */
  public Quality ofEpisode(long k) {
    return this == MIXED ? PURE.get((int) Math.floorMod(k, (long) PURE.size())) : this;
  }

  /**
   * Returns a new policy of this grade.
   *
   * @throws IllegalArgumentException for {@link #MIXED}, which is not one policy
   */
  public SuitePolicy policy() {
    return switch (this) {
      case EXPERT -> new ScriptedExpert();
      case NOISY -> new NoisyExpert();
      case WANDERING -> new Wanderer();
      case RANDOM -> new RandomActions();
      case MIXED -> throw new IllegalArgumentException("mixed is not one policy; use ofEpisode");
    };
  }

  /** Returns the name as on command lines and in files. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
