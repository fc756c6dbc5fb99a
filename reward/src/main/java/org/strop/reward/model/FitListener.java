package org.strop.reward.model;

/** Hears how training goes on; called on the training thread. */
@FunctionalInterface
public interface FitListener {
  /** Ignores everything. */
  FitListener NONE = (total, point) -> {};

  /**
   * Called after each look at the validation labels.
   *
   * @param totalSteps of the whole fit
   * @param point where it is
   */
  void onPoint(int totalSteps, CurvePoint point);
}
