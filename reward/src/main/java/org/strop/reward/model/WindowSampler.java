package org.strop.reward.model;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * Windows of tokens, every {@code stride} steps, that end inside the run and reach back to the
 * episode's start as far as the context allows: a step is seen with the history that it has when an
 * episode is scored.
 *
 * <p>The phase of the stride is random. A run of more tokens than fit shows a random window of
 * them.
 */
final class WindowSampler implements RunSampler {
  private final int stride;
  private final int context;
  private final int[] episodeStarts;

  WindowSampler(int stride, int context, TrainingSet set) {
    this.stride = stride;
    this.context = context;
    this.episodeStarts = set.episodes().stream().mapToInt(Span::from).toArray();
  }

  @Override
  public int stepsEach(Part part) {
    return context;
  }

  @Override
  public boolean weighted() {
    return true;
  }

  @Override
  public void draw(Span run, int count, DoubleSupplier u, int[] rows, int from, float[] weights) {
    int phase = (int) (u.getAsDouble() * Math.min(stride, run.length()));
    int last = run.to() - 1 - phase;
    int inside = (last - run.from()) / stride + 1;
    if (inside > count) {
      int skipped = (int) (u.getAsDouble() * (inside - count + 1));
      last -= skipped * stride;
      inside -= skipped;
    }
    int available = (last - episodeStart(run.from())) / stride + 1;
    int tokens = Math.min(count, available);
    int counted = Math.min(tokens, inside);
    Arrays.fill(rows, from, from + count, -1);
    Arrays.fill(weights, from, from + count, 0);
    for (int k = 0; k < tokens; k++) {
      rows[from + k] = last - (tokens - 1 - k) * stride;
      weights[from + k] = k >= tokens - counted ? 1f / counted : 0;
    }
  }

  private int episodeStart(int row) {
    int at = Arrays.binarySearch(episodeStarts, row);
    return episodeStarts[at >= 0 ? at : -at - 2];
  }
}
