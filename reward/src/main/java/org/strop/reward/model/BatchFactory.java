package org.strop.reward.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Puts batches together: chosen labels, S rows of each run, weights by role. */
final class BatchFactory {
  private final TrainingSet set;
  private final Roles roles;
  private final RewardFitSpec spec;
  private final RunSampler sampler;
  private final double meanPairLength;
  private final Optional<ValueSampler> values;

  BatchFactory(TrainingSet set, Roles roles, RewardFitSpec spec) {
    this.set = set;
    this.roles = roles;
    this.spec = spec;
    this.sampler = RunSampler.of(spec, set);
    this.meanPairLength = set.meanPairLength();
    this.values = spec.values().map(v -> new ValueSampler(set, spec, v, sampler));
  }

  /**
   * Returns the batch of some labels.
   *
   * @param labels by part; parts without labels or weight are left out
   * @param role members look only at labels of this role
   * @param u start inside the first stratum, in [0, 1)
   */
  Batch of(Map<Part, int[]> labels, Role role, DoubleSupplier u) {
    Map<Part, Batch.Block> blocks = new EnumMap<>(Part.class);
    Map<Part, int[]> drawn = new EnumMap<>(Part.class);
    int count = 0;
    for (Map.Entry<Part, int[]> entry : labels.entrySet()) {
      Part part = entry.getKey();
      if (entry.getValue().length > 0 && spec.weights().of(part) > 0) {
        int[] rows = new int[rowCount(part, entry.getValue().length)];
        blocks.put(part, block(part, entry.getValue(), role, u, rows));
        drawn.put(part, rows);
        count += rows.length;
      }
    }
    Optional<Batch.Shift> shift = shift(blocks.get(Part.PAIRS), u);
    count += shift.map(s -> s.rows().length).orElse(0);
    float[] table = new float[Math.multiplyExact(count, set.width())];
    int at = 0;
    for (int[] rows : drawn.values()) {
      at = set.copyRows(rows, table, at);
    }
    if (shift.isPresent()) {
      set.copyRows(shift.get().rows(), table, at);
    }
    int window = sampler.weighted() ? sampler.stepsEach(Part.PAIRS) : 1;
    return new Batch(table, count, window, blocks, shift);
  }

  private Optional<Batch.Shift> shift(Batch.@Nullable Block pairs, DoubleSupplier u) {
    if (pairs == null || values.isEmpty()) {
      return Optional.empty();
    }
    List<Span> runs = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      for (int label : pairs.labels()) {
        runs.add(set.spans(Part.PAIRS, label).get(side));
      }
    }
    return Optional.of(values.get().draw(runs, u));
  }

  private int rowCount(Part part, int labels) {
    return labels * sampler.stepsEach(part) * (part == Part.PAIRS ? 2 : 1);
  }

  private Batch.Block block(Part part, int[] labels, Role role, DoubleSupplier u, int[] rows) {
    float[] values = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      values[i] = (float) set.value(part, labels[i]);
    }
    float[] stepWeights = new float[sampler.weighted() ? rows.length : 0];
    draw(part, labels, u, rows, stepWeights);
    boolean concepts = part == Part.THICKNESS && set.conceptCount() > 0;
    return new Batch.Block(
        labels,
        sampler.stepsEach(part),
        values,
        weights(part, labels, role),
        factors(part, labels),
        stepWeights,
        concepts ? set.concepts(rows) : new float[0]);
  }

  private void draw(Part part, int[] labels, DoubleSupplier u, int[] rows, float[] stepWeights) {
    int each = sampler.stepsEach(part);
    int at = 0;
    for (int side = 0; side < (part == Part.PAIRS ? 2 : 1); side++) {
      for (int label : labels) {
        sampler.draw(set.spans(part, label).get(side), each, u, rows, at, stepWeights);
        at += each;
      }
    }
  }

  private float[] weights(Part part, int[] labels, Role role) {
    int n = labels.length;
    float[] weights = new float[roles.members() * n];
    for (int m = 0; m < roles.members(); m++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        boolean looks = roles.of(part, m, labels[i]) == role;
        double weight = looks ? set.weight(part, labels[i]) : 0;
        weights[m * n + i] = (float) weight;
        sum += weight;
      }
      double scale = sum > 0 ? spec.weights().of(part) / sum : 0;
      for (int i = 0; i < n; i++) {
        weights[m * n + i] *= (float) scale;
      }
    }
    return weights;
  }

  private float[] factors(Part part, int[] labels) {
    float[] factors = new float[labels.length * 2];
    Arrays.fill(factors, 1);
    if (part == Part.PAIRS && spec.pairReturn() == PairReturn.SUM) {
      for (int i = 0; i < labels.length; i++) {
        List<Span> spans = set.spans(part, labels[i]);
        factors[i] = (float) (spans.get(0).length() / meanPairLength);
        factors[labels.length + i] = (float) (spans.get(1).length() / meanPairLength);
      }
    }
    return factors;
  }
}
