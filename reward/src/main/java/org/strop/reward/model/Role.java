package org.strop.reward.model;

/** What a member does with a label. */
enum Role {
  /** Its loss is made smaller. */
  TRAIN,
  /** Decides when to stop. */
  VALIDATE,
  /** Never seen; the member is judged by it. */
  HOLD_OUT
}
