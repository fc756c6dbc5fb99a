package org.strop.policy.train;

import java.nio.file.Path;
import org.strop.policy.nn.StepReport;

/** Told how a run goes on; called by the training thread, between steps. */
public interface TrainingListener {
  /** Listens to nothing and never stops. */
  TrainingListener SILENT = (report, totalSteps) -> {};

  /** After each step. */
  void onStep(StepReport report, long totalSteps);

  /** After a checkpoint is on the disk. */
  default void onCheckpoint(Path folder) {}

  /** Asked after each step: whether to stop here, with a checkpoint, to be resumed later. */
  default boolean stopRequested() {
    return false;
  }
}
