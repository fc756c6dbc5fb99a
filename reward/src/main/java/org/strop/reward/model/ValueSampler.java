package org.strop.reward.model;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** Draws the recorded steps by which an optimiser step sees the values of states. */
final class ValueSampler {
  private final TrainingSet set;
  private final StateValues values;
  private final RunSampler sampler;
  private final LabelStream episodes;
  private final int count;

  ValueSampler(TrainingSet set, RewardFitSpec spec, ValueConfig config, RunSampler sampler) {
    this.set = set;
    this.values = StateValues.fit(set, config);
    this.sampler = sampler;
    int[] all = IntStream.range(0, set.episodes().size()).toArray();
    this.episodes = new LabelStream(all, spec.seed(), "values");
    this.count = config.episodes();
  }

  /**
   * Returns rows of some episodes, each as much as its share of all steps of these, and what their
   * rewards add to runs.
   */
  Batch.Shift draw(List<Span> runs, DoubleSupplier u) {
    int[] chosen = episodes.take(count);
    int each = sampler.stepsEach(Part.PAIRS);
    int[] rows = new int[chosen.length * each];
    float[] drawn = new float[rows.length];
    double[] weights = new double[rows.length];
    double total = 0;
    for (int e = 0; e < chosen.length; e++) {
      Span episode = set.episodes().get(chosen[e]);
      sampler.draw(episode, each, u, rows, e * each, drawn);
      for (int i = e * each; i < (e + 1) * each; i++) {
        weights[i] = (sampler.weighted() ? drawn[i] : 1.0 / each) * episode.length();
      }
      total += episode.length();
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
    }
    return new Batch.Shift(rows, values.shifts(rows, weights, runs));
  }
}
