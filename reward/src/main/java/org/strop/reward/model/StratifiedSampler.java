package org.strop.reward.model;

import java.util.function.DoubleSupplier;

/**
 * Rows of a run by stratum: of L steps, row k is step ⌊(k + u)·L/S⌋ with one u in [0, 1) per run;
 * the mean over them is an unbiased estimate of the run's mean.
 */
record StratifiedSampler(BatchConfig batch) implements RunSampler {
  @Override
  public int stepsEach(Part part) {
    return batch.stepsEach(part);
  }

  @Override
  public boolean weighted() {
    return false;
  }

  @Override
  public void draw(Span run, int count, DoubleSupplier u, int[] rows, int from, float[] weights) {
    double start = u.getAsDouble();
    for (int k = 0; k < count; k++) {
      rows[from + k] = run.from() + (int) ((k + start) * run.length() / count);
    }
  }
}
