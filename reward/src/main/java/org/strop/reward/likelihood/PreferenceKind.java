package org.strop.reward.likelihood;

import java.util.Locale;

/** What people are taken to compare. */
public enum PreferenceKind {
  /** Whichever predicts held-out labels best. */
  AUTO,
  /** The sum of rewards, METHODS 2. */
  PARTIAL_RETURN,
  /** How far a segment falls short of the best from where it started, METHODS 2. */
  REGRET,
  /** R + α (V(s_T) − V(s₀)) with α learned: 0 is partial return, 1 is regret. Ours. */
  MIXTURE;

  /** Returns the name as in configurations and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
