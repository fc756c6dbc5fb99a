package org.strop.reward.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.ceiling.Vote;
import org.strop.reward.features.StepFeatures;
import org.strop.reward.label.LabelSource;

/**
 * Choices of a label store over the attempts of a dataset, task by task, for a comparison. States
 * and φ are the reward's features of a step. "Can't tell" is left out. Policies are told apart by
 * the trajectories' source.
 *
 * <p>Labels of the same two segments are one group. A held-out pair may share an episode with a
 * training pair: attempts are compared with many others, so that no split would keep them apart. It
 * is the same for every model compared.
 */
public final class StoredPairs {
  private StoredPairs() {}

  /**
   * Returns the labels of each task, in order of name.
   *
   * @param features of a step
   * @throws StropException {@code MISSING_DATA} if a label speaks of steps that are not there;
   *     {@code CORRUPT_DATA} for NaN observations
   */
  public static List<PairLabels> of(
      CompareConfig config,
      List<Trajectory> trajectories,
      LabelSource labels,
      StepFeatures features) {
    Map<String, Trajectory> byId = new HashMap<>();
    trajectories.forEach(t -> byId.put(t.info().episodeId(), t));
    Map<String, float[][]> rows = new HashMap<>();
    Map<String, List<PreferenceLabel>> byTask = new TreeMap<>();
    for (PreferenceLabel label : labels.preferences()) {
      if (label.choice().value().isPresent()) {
        for (SegmentRef segment : List.of(label.first(), label.second())) {
          Trajectory trajectory = find(byId, segment, label.labelId());
          rows.computeIfAbsent(segment.episodeId(), id -> rows(features.of(trajectory)));
        }
        String task = find(byId, label.first(), label.labelId()).info().task();
        byTask.computeIfAbsent(task, t -> new ArrayList<>()).add(label);
      }
    }
    List<PairLabels> all = new ArrayList<>();
    byTask.forEach((task, of) -> all.add(pairs(config, task, of, rows, byId)));
    return all;
  }

  private static Trajectory find(Map<String, Trajectory> byId, SegmentRef segment, String label) {
    Trajectory trajectory = byId.get(segment.episodeId());
    if (trajectory == null || segment.to() > trajectory.length()) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "A label speaks of steps "
              + segment.from()
              + " to "
              + segment.to()
              + " of episode "
              + segment.episodeId()
              + ", which the dataset does not have.",
          "label " + label,
          "give the dataset that was labelled.");
    }
    return trajectory;
  }

  private static float[][] rows(FloatMatrix matrix) {
    float[] all = matrix.toArray();
    float[][] rows = new float[matrix.rows()][matrix.cols()];
    for (int t = 0; t < rows.length; t++) {
      System.arraycopy(all, t * matrix.cols(), rows[t], 0, matrix.cols());
    }
    return rows;
  }

  private static PairLabels pairs(
      CompareConfig config,
      String task,
      List<PreferenceLabel> labels,
      Map<String, float[][]> rows,
      Map<String, Trajectory> byId) {
    List<LinearPairs.Labelled> labelled = new ArrayList<>();
    for (PreferenceLabel label : labels) {
      labelled.add(
          new LinearPairs.Labelled(
              label.provenance().operator(),
              segment(label.first(), rows, byId),
              segment(label.second(), rows, byId),
              label.choice().value().orElseThrow()));
    }
    return new LinearPairs(config, task, labelled, groups(labels), Vote.of(labels));
  }

  private static LinearPairs.Segment segment(
      SegmentRef ref, Map<String, float[][]> rows, Map<String, Trajectory> byId) {
    float[][] all = Objects.requireNonNull(rows.get(ref.episodeId()));
    float[][] part = Arrays.copyOfRange(all, ref.from(), ref.to());
    String source = Objects.requireNonNull(byId.get(ref.episodeId())).info().source();
    return new LinearPairs.Segment(source, part, part, ref.to() == all.length);
  }

  /** Returns a number for each pair of segments, whichever was shown first. */
  private static int[] groups(List<PreferenceLabel> labels) {
    Map<Set<SegmentRef>, Integer> numbers = new HashMap<>();
    return labels.stream()
        .mapToInt(
            l ->
                numbers.computeIfAbsent(
                    new HashSet<>(List.of(l.first(), l.second())), pair -> numbers.size()))
        .toArray();
  }
}
