package org.strop.launch.reproduce.cpl;

/** What is compared. */
public enum Arm {
  /** Behaviour cloning of all recorded steps. */
  BC,
  /** Behaviour cloning of the preferred segments, noisy labels. */
  BC_PREFERRED,
  /** Contrastive preference learning, noisy labels. */
  CPL,
  /** Partial-return reward from noisy labels, then implicit Q-learning. */
  P_IQL,
  /** Contrastive preference learning, labels without noise. */
  CPL_EXACT_LABELS,
  /** Partial-return reward from labels without noise, then implicit Q-learning. */
  P_IQL_EXACT_LABELS,
  /** Implicit Q-learning with the true reward: the upper reference. */
  IQL_TRUE_REWARD;

  boolean exactLabels() {
    return this == CPL_EXACT_LABELS || this == P_IQL_EXACT_LABELS;
  }
}
