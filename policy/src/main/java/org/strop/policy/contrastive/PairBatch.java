package org.strop.policy.contrastive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.strop.policy.contrastive.SegmentPair.Rows;

/**
 * The segments of P pairs as one block of 2P rows: first and second of each pair in turn, the
 * shorter ones padded.
 *
 * @param segments 2P
 * @param length L, steps of the longest
 * @param rows 2P·L rows of the data; a padded place repeats the segment's last row
 * @param mask 2P·L values, 1 for a step and 0 for padding
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one step, never compared
record PairBatch(int segments, int length, int[] rows, float[] mask) {

  static PairBatch of(SegmentPair[] pairs) {
    int length = 0;
    for (SegmentPair pair : pairs) {
      length = Math.max(length, Math.max(pair.first().length(), pair.second().length()));
    }
    PairBatch batch =
        new PairBatch(
            2 * pairs.length,
            length,
            new int[2 * pairs.length * length],
            new float[2 * pairs.length * length]);
    for (int i = 0; i < pairs.length; i++) {
      batch.fill(2 * i, pairs[i].first());
      batch.fill(2 * i + 1, pairs[i].second());
    }
    return batch;
  }

  private void fill(int segment, Rows span) {
    for (int t = 0; t < length; t++) {
      int at = segment * length + t;
      rows[at] = Math.min(span.from() + t, span.to() - 1);
      mask[at] = t < span.length() ? 1 : 0;
    }
  }

  /**
   * Returns the sum over each segment's steps.
   *
   * @param perStep shape [2P·L]
   * @return shape [2P]; belongs to the manager of {@code perStep}
   */
  NDArray sums(NDManager step, NDArray perStep) {
    Shape block = new Shape(segments, length);
    return perStep.reshape(block).mul(step.create(mask, block)).sum(new int[] {1});
  }

  /** Returns the steps of all segments, without padding. */
  float steps() {
    float sum = 0;
    for (float m : mask) {
      sum += m;
    }
    return sum;
  }
}
