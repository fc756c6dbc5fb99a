package org.strop.reward.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.ceiling.Vote;
import org.strop.reward.npy.NpyArray;
import org.strop.reward.npy.NpyFiles;

/**
 * People's choices in the format of Knox et al. 2022: {@code NAME_X.npy [n, 3]}, second minus first
 * of partial return, V*(s₀) and V*(s_T); {@code NAME_Y.npy [n]}; where it is there, {@code
 * NAME_segment_pairs.npy [n, …]} tells which labels are of the same pair.
 *
 * <p>Nothing is known of who answered: all labels are of the operator {@value #OPERATOR}.
 */
public final class KnoxLabels implements PairLabels {
  static final String OPERATOR = "all";
  private static final String SUFFIX = "_X.npy";

  private final String task;
  private final double[] x;
  private final double[] y;
  private final int[] groups;
  private final double[] votes;

  private KnoxLabels(String task, double[] x, double[] y, double[][] segments) {
    this.task = task;
    this.x = x;
    this.y = y;
    this.groups = new int[y.length];
    this.votes = y.clone();
    Map<List<List<Double>>, Integer> numbers = new HashMap<>();
    for (int i = 0; i < y.length; i++) {
      int half = segments[i].length / 2;
      List<Double> row = Arrays.stream(segments[i]).boxed().toList();
      List<List<Double>> pair = Arrays.asList(row.subList(0, half), row.subList(half, row.size()));
      if (compare(pair.get(0), pair.get(1)) > 0) {
        Collections.reverse(pair);
        votes[i] = 1 - y[i];
      }
      groups[i] = numbers.computeIfAbsent(List.copyOf(pair), p -> numbers.size());
    }
  }

  private static int compare(List<Double> a, List<Double> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = Double.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * Reads every condition of a folder, in order of name.
   *
   * @throws StropException {@code MISSING_DATA} if there is none, {@code CORRUPT_DATA} if shapes do
   *     not agree, a value is not finite or a label is outside [0, 1]
   */
  public static List<KnoxLabels> readAll(Path folder) {
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(SUFFIX))
              .map(f -> f.substring(0, f.length() - SUFFIX.length()))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw missing(folder, "The folder can't be read: " + e.getMessage() + ".");
    }
    if (names.isEmpty()) {
      throw missing(folder, "There is no file NAME" + SUFFIX + ".");
    }
    return names.stream().map(name -> read(folder, name)).toList();
  }

  private static StropException missing(Path folder, String what) {
    return new StropException(
        ErrorCode.MISSING_DATA,
        what,
        folder.toString(),
        "name the folder with NAME_X.npy and NAME_Y.npy of each condition.");
  }

  private static KnoxLabels read(Path folder, String name) {
    NpyArray x = NpyFiles.read(folder.resolve(name + SUFFIX));
    NpyArray y = NpyFiles.read(folder.resolve(name + "_Y.npy"));
    int n = y.values().length;
    if (x.rank() != 2 || x.size(1) != 3 || x.size(0) != n || n == 0) {
      throw corrupt(folder, name, "Expected X [n, 3] and Y [n], found " + x + " and " + y + ".");
    }
    for (double value : x.values()) {
      if (!Double.isFinite(value)) {
        throw corrupt(folder, name, "X holds " + value + ".");
      }
    }
    for (double label : y.values()) {
      if (!(label >= 0 && label <= 1)) {
        throw corrupt(folder, name, "Y holds " + label + ", but must be in [0, 1].");
      }
    }
    return new KnoxLabels(name, x.values(), y.values(), segments(folder, name, n));
  }

  /** Returns what names each pair: its recorded steps, or else its own number. */
  private static double[][] segments(Path folder, String name, int n) {
    Path file = folder.resolve(name + "_segment_pairs.npy");
    if (!Files.exists(file)) {
      return IntStream.range(0, n).mapToObj(i -> new double[] {i, -1}).toArray(double[][]::new);
    }
    NpyArray array = NpyFiles.read(file);
    if (array.rank() < 2 || array.size(0) != n || array.size(1) != 2) {
      throw corrupt(folder, name, "Expected segment pairs [n, 2, …], found " + array + ".");
    }
    int width = array.values().length / n;
    return IntStream.range(0, n)
        .mapToObj(i -> Arrays.copyOfRange(array.values(), i * width, (i + 1) * width))
        .toArray(double[][]::new);
  }

  private static StropException corrupt(Path folder, String name, String what) {
    return new StropException(
        ErrorCode.CORRUPT_DATA,
        what,
        folder.resolve(name).toString(),
        "take the files of one condition as they were published.");
  }

  @Override
  public String task() {
    return task;
  }

  @Override
  public List<String> operators() {
    return Collections.nCopies(y.length, OPERATOR);
  }

  @Override
  public double[] labels() {
    return y.clone();
  }

  @Override
  public List<Vote> votes() {
    return IntStream.range(0, votes.length)
        .mapToObj(i -> new Vote(groups[i], OPERATOR, votes[i]))
        .toList();
  }

  @Override
  public int[] groups() {
    return groups.clone();
  }

  @Override
  public List<Difference> differences(int[] train) {
    return IntStream.range(0, y.length)
        .mapToObj(
            i ->
                new Difference(new double[] {x[3 * i]}, new double[] {x[3 * i + 2] - x[3 * i + 1]}))
        .toList();
  }
}
