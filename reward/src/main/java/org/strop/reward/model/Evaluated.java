package org.strop.reward.model;

import java.util.Optional;

/**
 * What an ensemble says of N rows, off the engine.
 *
 * @param values [M][N]: rewards in (0, 1) of a plain network, pre-squash of a composite one
 * @param importance [M][N], logits of the rows' weights inside a segment; empty where all are equal
 * @param parts [M][N·(K + 1)], row by row metrics then residual; empty for a plain network
 * @param concepts [M][N·L], predicted label-side metrics; empty where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one pass, never compared
record Evaluated(
    float[][] values,
    Optional<float[][]> importance,
    Optional<float[][]> parts,
    Optional<float[][]> concepts) {

  /** Returns the value of a run of rows for a member: their mean, weighed where steps are. */
  double mean(Span run, int member) {
    if (importance.isEmpty()) {
      double sum = 0;
      for (int t = run.from(); t < run.to(); t++) {
        sum += values[member][t];
      }
      return sum / run.length();
    }
    float[] logits = importance.get()[member];
    double top = Double.NEGATIVE_INFINITY;
    for (int t = run.from(); t < run.to(); t++) {
      top = Math.max(top, logits[t]);
    }
    double sum = 0;
    double weights = 0;
    for (int t = run.from(); t < run.to(); t++) {
      double weight = Math.exp(logits[t] - top);
      sum += weight * values[member][t];
      weights += weight;
    }
    return sum / weights;
  }
}
