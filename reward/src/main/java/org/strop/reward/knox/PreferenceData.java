package org.strop.reward.knox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.npy.NpyArray;
import org.strop.reward.npy.NpyFiles;
import org.strop.reward.world.Board;
import org.strop.reward.world.Move;
import org.strop.reward.world.WorldSegment;

/**
 * A condition's pairs with people's labels.
 *
 * @param first segments shown first
 * @param second segments shown second
 * @param statistics published, [n, 3] row-major: second minus first of partial return, V*(s₀),
 *     V*(s_T), at γ = 1
 * @param labels 1: second preferred, 0: first, 0.5: no preference; length n
 */
@SuppressWarnings("ArrayRecordComponent") // one owner, never compared
public record PreferenceData(
    List<WorldSegment> first, List<WorldSegment> second, double[] statistics, double[] labels) {
  /** Numbers a pair has in {@code statistics}. */
  static final int STATISTICS = 3;

  /** Copies the lists; the arrays are handed over. */
  public PreferenceData {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  /** Returns the number of pairs. */
  public int size() {
    return labels.length;
  }

  /** Returns the pairs whose label is 0 or 1; all of them where there is none. */
  public PreferenceData decisive() {
    int[] kept = IntStream.range(0, size()).filter(i -> labels[i] == 0 || labels[i] == 1).toArray();
    if (kept.length == 0) {
      return this;
    }
    double[] some = new double[kept.length * STATISTICS];
    for (int i = 0; i < kept.length; i++) {
      System.arraycopy(statistics, kept[i] * STATISTICS, some, i * STATISTICS, STATISTICS);
    }
    return new PreferenceData(
        Arrays.stream(kept).mapToObj(first::get).toList(),
        Arrays.stream(kept).mapToObj(second::get).toList(),
        some,
        Arrays.stream(kept).mapToDouble(i -> labels[i]).toArray());
  }

  /**
   * Reads a condition.
   *
   * @throws StropException if shapes differ from [n, 3], [n], [n, 2, T + 1, 2], a label is not in
   *     [0, 1], a start is not a cell to stand on, or a move is none
   */
  public static PreferenceData read(Condition condition, DeliveryTask task) {
    NpyArray x = NpyFiles.read(condition.statistics());
    NpyArray y = NpyFiles.read(condition.labels());
    NpyArray pairs = NpyFiles.read(condition.pairs());
    int n = y.values().length;
    require(n > 0 && x.rank() == 2 && x.size(0) == n && x.size(1) == STATISTICS, x, condition);
    require(
        pairs.rank() == 4
            && pairs.size(0) == n
            && pairs.size(1) == 2
            && pairs.size(2) > 1
            && pairs.size(3) == 2,
        pairs,
        condition);
    for (double label : y.values()) {
      require(label >= 0 && label <= 1, y, condition);
    }
    List<WorldSegment> first = new ArrayList<>();
    List<WorldSegment> second = new ArrayList<>();
    int numbers = pairs.size(2) * 2;
    for (int i = 0; i < n; i++) {
      first.add(segment(pairs.values(), 2 * i * numbers, numbers, task, condition));
      second.add(segment(pairs.values(), (2 * i + 1) * numbers, numbers, task, condition));
    }
    return new PreferenceData(first, second, x.values().clone(), y.values().clone());
  }

  /** Reads start cell and moves; (0, 0) fills up after the end of an episode. */
  private static WorldSegment segment(
      double[] values, int at, int numbers, DeliveryTask task, Condition condition) {
    Board board = task.board();
    int row = (int) values[at];
    int column = (int) values[at + 1];
    if (!board.contains(row, column) || board.cells().get(board.state(row, column)).blocked()) {
      throw corrupt("a segment starts in cell (" + row + ", " + column + ")", condition);
    }
    int start = board.state(row, column);
    int state = start;
    int[] actions = new int[numbers / 2 - 1];
    for (int t = 0; t < actions.length; t++) {
      double rows = values[at + 2 * t + 2];
      double columns = values[at + 2 * t + 3];
      boolean ended = task.world().terminal(state);
      if (!ended) {
        actions[t] = move(rows, columns, condition);
        state = task.world().next(state, actions[t]);
      }
    }
    return WorldSegment.walk(task.world(), start, actions);
  }

  private static int move(double rows, double columns, Condition condition) {
    for (Move move : Move.values()) {
      if (move.rows() == rows && move.columns() == columns) {
        return move.ordinal();
      }
    }
    throw corrupt("(" + rows + ", " + columns + ") is no move, before the end", condition);
  }

  private static void require(boolean holds, NpyArray array, Condition condition) {
    if (!holds) {
      throw corrupt(array + " does not fit the other files or its format", condition);
    }
  }

  private static StropException corrupt(String what, Condition condition) {
    return new StropException(
        ErrorCode.CORRUPT_DATA,
        condition.name() + ": " + what,
        condition.folder().toString(),
        "check that the three files belong together, and to this board");
  }
}
