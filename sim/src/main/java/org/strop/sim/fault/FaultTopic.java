package org.strop.sim.fault;

/** What a fault of the link hits. */
public enum FaultTopic {
  /** Measured pose. */
  POSE,
  /** Measured wrench. */
  WRENCH,
  /** Joint states. */
  JOINT_STATES,
  /** What the blade does. */
  CUT_STATE,
  /** Commanded pose, on its way to the arm. */
  COMMAND
}
