package org.strop.reward.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.strop.reward.calibrate.CrossCalibration;

/**
 * Predictions of labels by the members that never saw them.
 *
 * @param predictions of the labels that some member never saw
 * @param labels as long
 * @param folds one fold of episodes that each label touches; of a label between two folds one or
 *     the other by turns
 * @param groups labels of the same segments, whichever way round, have one number
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record HeldOut(double[] predictions, double[] labels, int[] folds, int[] groups) {
  static HeldOut of(Part part, TrainingSet set, Roles roles, Predictions predictions) {
    List<double[]> rows = new ArrayList<>();
    Map<Set<Span>, Integer> groups = new HashMap<>();
    for (int label = 0; label < set.count(part); label++) {
      int i = label;
      int[] members =
          IntStream.range(0, roles.members())
              .filter(m -> roles.of(part, m, i) == Role.HOLD_OUT)
              .toArray();
      if (members.length > 0) {
        int fresh = groups.size();
        int group = groups.computeIfAbsent(new HashSet<>(set.spans(part, i)), k -> fresh);
        rows.add(
            new double[] {
              predictions.of(part, i, members),
              set.value(part, i),
              members[group % members.length],
              group
            });
      }
    }
    return new HeldOut(
        column(rows, 0), column(rows, 1), integers(column(rows, 2)), integers(column(rows, 3)));
  }

  private static double[] column(List<double[]> rows, int index) {
    return rows.stream().mapToDouble(r -> r[index]).toArray();
  }

  private static int[] integers(double[] values) {
    return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
  }

  /** Returns the calibration of choices before and after temperatures of the other folds. */
  Optional<CrossCalibration> calibration(int bins, long seed) {
    return CrossCalibration.of(predictions, labels, folds, groups, bins, seed);
  }
}
