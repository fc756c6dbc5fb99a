package org.strop.reward.pairs;

import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.ceiling.Vote;
import org.strop.reward.npy.NpyArray;
import org.strop.reward.npy.NpyFiles;

/**
 * Pairs of segments with people's labels, as published with inverse preference learning: arrays
 * {@code obs_1, obs_2 [n, T, do]}, {@code action_1, action_2 [n, T, da]}, {@code label [n]} with 0
 * where the first is preferred, 1 the second, 0.5 for a tie.
 *
 * @param count n
 * @param steps T
 * @param observationWidth do
 * @param actionWidth da
 * @param observations first and second, each row-major [n, T, do]; not copied
 * @param actions first and second, each row-major [n, T, da]; not copied
 * @param labels length n, in [0, 1]; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // large arrays with one owner, never compared
public record PairArrays(
    int count,
    int steps,
    int observationWidth,
    int actionWidth,
    List<double[]> observations,
    List<double[]> actions,
    double[] labels) {
  private static final List<String> KEYS =
      List.of("obs_1", "obs_2", "action_1", "action_2", "label");

  /** Copies the lists, not the arrays. */
  public PairArrays {
    observations = List.copyOf(observations);
    actions = List.copyOf(actions);
  }

  /**
   * Reads an archive.
   *
   * @throws StropException {@code MISSING_DATA}, or {@code CORRUPT_DATA} if an array is missing,
   *     shapes do not agree, a value is not finite, or a label is outside [0, 1]
   */
  public static PairArrays read(Path file) {
    Map<String, NpyArray> arrays = NpyFiles.readArchive(file, KEYS);
    List<NpyArray> ordered = KEYS.stream().map(arrays::get).toList();
    NpyArray obs = ordered.get(0);
    NpyArray action = ordered.get(2);
    NpyArray label = ordered.get(4);
    boolean fits =
        obs.rank() == 3
            && action.rank() == 3
            && label.rank() == 1
            && Arrays.equals(obs.shape(), ordered.get(1).shape())
            && Arrays.equals(action.shape(), ordered.get(3).shape())
            && action.size(0) == obs.size(0)
            && action.size(1) == obs.size(1)
            && label.size(0) == obs.size(0)
            && obs.values().length > 0;
    if (!fits) {
      throw corrupt(
          file,
          "Expected obs_1, obs_2 [n, T, do], action_1, action_2 [n, T, da], label [n], found "
              + ordered,
          "save the five arrays with the same n and T.");
    }
    for (NpyArray array : ordered) {
      requireFinite(array, file);
    }
    requireLabels(label.values(), file);
    return new PairArrays(
        obs.size(0),
        obs.size(1),
        obs.size(2),
        action.size(2),
        List.of(obs.values(), ordered.get(1).values()),
        List.of(action.values(), ordered.get(3).values()),
        label.values());
  }

  private static void requireFinite(NpyArray array, Path file) {
    double[] values = array.values();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        int pair = i / (values.length / array.size(0));
        throw corrupt(
            file,
            array.name() + " holds " + values[i] + " in pair " + pair,
            "leave the pair out, or record it again.");
      }
    }
  }

  private static void requireLabels(double[] labels, Path file) {
    for (int i = 0; i < labels.length; i++) {
      if (!(labels[i] >= 0 && labels[i] <= 1)) {
        throw corrupt(
            file,
            "label[" + i + "] is " + labels[i] + ", but must be in [0, 1]",
            "write 0 for the first, 1 for the second, 0.5 for a tie.");
      }
    }
  }

  private static StropException corrupt(Path file, String what, String fix) {
    return new StropException(ErrorCode.CORRUPT_DATA, what + ".", file.toString(), fix);
  }

  /**
   * Returns the labels as votes on pairs of recordings, whichever came first. Nothing is known of
   * who answered.
   */
  public List<Vote> votes() {
    Map<Set<DoubleBuffer>, Integer> numbers = new HashMap<>();
    Map<Integer, DoubleBuffer> firsts = new HashMap<>();
    List<Vote> votes = new ArrayList<>();
    int size = steps * observationWidth;
    for (int i = 0; i < count; i++) {
      DoubleBuffer first = DoubleBuffer.wrap(observations.get(0), i * size, size).slice();
      DoubleBuffer second = DoubleBuffer.wrap(observations.get(1), i * size, size).slice();
      if (!first.equals(second)) {
        int pair = numbers.computeIfAbsent(Set.of(first, second), p -> numbers.size());
        boolean turned = !firsts.computeIfAbsent(pair, p -> first).equals(first);
        votes.add(new Vote(pair, "unknown", turned ? 1 - labels[i] : labels[i]));
      }
    }
    return votes;
  }

  /** Returns the width of a feature row: do + da. */
  int width() {
    return observationWidth + actionWidth;
  }

  /**
   * Returns all steps as rows of observation and action, row-major [2nT, do + da]: of pair i the T
   * steps of the first, then those of the second.
   */
  float[] rows() {
    float[] rows = new float[Math.multiplyExact(2 * count * steps, width())];
    int at = 0;
    for (int pair = 0; pair < count; pair++) {
      for (int side = 0; side < 2; side++) {
        for (int t = 0; t < steps; t++) {
          int step = pair * steps + t;
          at = copy(observations.get(side), step, observationWidth, rows, at);
          at = copy(actions.get(side), step, actionWidth, rows, at);
        }
      }
    }
    return rows;
  }

  private static int copy(double[] values, int step, int width, float[] out, int from) {
    for (int i = 0; i < width; i++) {
      out[from + i] = (float) values[step * width + i];
    }
    return from + width;
  }
}
