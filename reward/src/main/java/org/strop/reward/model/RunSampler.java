package org.strop.reward.model;

import java.util.function.DoubleSupplier;

/** Chooses the rows by which an optimiser step sees a run of steps. */
interface RunSampler {
  /** Returns how many rows each run of a part gets. */
  int stepsEach(Part part);

  /** Returns whether rows count unequally: then {@link #draw} writes weights. */
  boolean weighted();

  /**
   * Draws rows in the order of time.
   *
   * @param count rows to draw
   * @param u uniform in [0, 1)
   * @param rows [from, from + count) is overwritten; −1 where a window ends early
   * @param weights the same places are overwritten if {@link #weighted}; they sum to 1, 0 for rows
   *     that are only there to be remembered
   */
  void draw(Span run, int count, DoubleSupplier u, int[] rows, int from, float[] weights);

  /** Returns the sampler that an encoder needs. */
  static RunSampler of(RewardFitSpec spec, TrainingSet set) {
    if (spec.encoder() instanceof EncoderConfig.Transformer t) {
      return new WindowSampler(t.stride(), t.context(), set);
    }
    return new StratifiedSampler(spec.batch());
  }
}
