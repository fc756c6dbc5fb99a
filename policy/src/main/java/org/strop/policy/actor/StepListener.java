package org.strop.policy.actor;

import org.strop.policy.nn.StepReport;

/** Told of each optimiser step by the training thread. */
@FunctionalInterface
public interface StepListener {
  /** Listens to nothing. */
  StepListener SILENT = (report, total) -> {};

  /** After each step. */
  void onStep(StepReport report, int totalSteps);
}
