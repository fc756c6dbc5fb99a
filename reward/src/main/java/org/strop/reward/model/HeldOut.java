package org.strop.reward.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Predictions of labels by the members that never saw them.
 *
 * @param predictions of the labels that some member never saw
 * @param labels as long
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record HeldOut(double[] predictions, double[] labels) {
  static HeldOut of(Part part, TrainingSet set, Roles roles, Predictions predictions) {
    List<double[]> rows = new ArrayList<>();
    for (int label = 0; label < set.count(part); label++) {
      int i = label;
      int[] members =
          IntStream.range(0, roles.members())
              .filter(m -> roles.of(part, m, i) == Role.HOLD_OUT)
              .toArray();
      if (members.length > 0) {
        rows.add(new double[] {predictions.of(part, i, members), set.value(part, i)});
      }
    }
    return new HeldOut(
        rows.stream().mapToDouble(r -> r[0]).toArray(),
        rows.stream().mapToDouble(r -> r[1]).toArray());
  }
}
