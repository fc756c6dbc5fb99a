package org.strop.reward.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Puts batches together: chosen labels, S rows of each run, weights by role.
 *
 * <p>Rows are drawn by stratum: of a run of L steps, row k is step ⌊(k + u)·L/S⌋ with one u in [0,
 * 1) per run; the mean over them is an unbiased estimate of the run's mean.
 */
final class BatchFactory {
  private final TrainingSet set;
  private final Roles roles;
  private final RewardFitSpec spec;
  private final double meanPairLength;

  BatchFactory(TrainingSet set, Roles roles, RewardFitSpec spec) {
    this.set = set;
    this.roles = roles;
    this.spec = spec;
    this.meanPairLength = set.meanPairLength();
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
    int runs = 0;
    for (Map.Entry<Part, int[]> entry : labels.entrySet()) {
      if (entry.getValue().length > 0 && spec.weights().of(entry.getKey()) > 0) {
        runs += rowCount(entry.getKey(), entry.getValue().length);
      }
    }
    float[] rows = new float[Math.multiplyExact(runs, set.width())];
    int at = 0;
    for (Map.Entry<Part, int[]> entry : labels.entrySet()) {
      if (entry.getValue().length > 0 && spec.weights().of(entry.getKey()) > 0) {
        blocks.put(entry.getKey(), block(entry.getKey(), entry.getValue(), role));
        at = copyRows(entry.getKey(), entry.getValue(), u, rows, at);
      }
    }
    return new Batch(rows, runs, blocks);
  }

  private int rowCount(Part part, int labels) {
    return labels * spec.batch().stepsEach(part) * (part == Part.PAIRS ? 2 : 1);
  }

  private int copyRows(Part part, int[] labels, DoubleSupplier u, float[] out, int from) {
    int at = from;
    int sides = part == Part.PAIRS ? 2 : 1;
    for (int side = 0; side < sides; side++) {
      for (int label : labels) {
        at =
            copyRun(
                set.spans(part, label).get(side),
                spec.batch().stepsEach(part),
                u.getAsDouble(),
                out,
                at);
      }
    }
    return at;
  }

  private int copyRun(Span span, int steps, double u, float[] out, int from) {
    int width = set.width();
    int at = from;
    for (int k = 0; k < steps; k++) {
      int step = (int) ((k + u) * span.length() / steps);
      System.arraycopy(set.rows(), (span.from() + step) * width, out, at, width);
      at += width;
    }
    return at;
  }

  private Batch.Block block(Part part, int[] labels, Role role) {
    float[] values = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      values[i] = (float) set.value(part, labels[i]);
    }
    return new Batch.Block(
        labels.length,
        spec.batch().stepsEach(part),
        values,
        weights(part, labels, role),
        factors(part, labels));
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
