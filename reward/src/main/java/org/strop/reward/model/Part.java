package org.strop.reward.model;

/** The three kinds of label that a reward is fitted to. */
enum Part {
  /** Classes of short pieces. */
  THICKNESS,
  /** 0-9 scores of segments. */
  SCORES,
  /** Choices between two segments. */
  PAIRS
}
