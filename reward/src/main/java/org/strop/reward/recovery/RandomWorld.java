package org.strop.reward.recovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.strop.policy.nn.Seeds;
import org.strop.reward.world.Board;
import org.strop.reward.world.Cell;
import org.strop.reward.world.World;

/**
 * A random delivery: features are ground, goal, hole, good, bad.
 *
 * <pre>
 *   rows 5, 6, 10; columns 3, 6, 10, 15        one goal, which ends the episode
 *   holes: 0, 10, 30 % of the cells            end it, too
 *   bad cells: 0, 10, 50, 80 %                 good cells: 0, 10, 20 %
 *   weights: ground −1; goal 0, 1, 5, 10, 50; hole −5, −10, −50; good 1; bad −2, −5, −10
 * </pre>
 *
 * <p>Each number is drawn evenly from its list. Where shares exceed the cells that are left, holes
 * come first, then bad, then good; one cell more than the goal always stays free to start from.
 *
 * @param board the cells
 * @param world what they make
 * @param weights true reward weights
 */
@SuppressWarnings("ArrayRecordComponent") // one owner, never compared
record RandomWorld(Board board, World world, double[] weights) {
  static final int FEATURES = 5;

  private static final int[] ROWS = {5, 6, 10};
  private static final int[] COLUMNS = {3, 6, 10, 15};
  private static final double[] HOLES = {0, 0.1, 0.3};
  private static final double[] BAD = {0, 0.1, 0.5, 0.8};
  private static final double[] GOOD = {0, 0.1, 0.2};
  private static final double[][] WEIGHTS = {
    {-1}, {0, 1, 5, 10, 50}, {-5, -10, -50}, {1}, {-2, -5, -10}
  };

  private static final Cell ROAD = new Cell(false, false, 1, 1);
  private static final Cell GOAL = new Cell(false, true, 1 << 1, 0);
  private static final Cell HOLE = new Cell(false, true, 1 << 2, 0);
  private static final Cell GOOD_CELL = new Cell(false, false, 1 | 1 << 3, 1);
  private static final Cell BAD_CELL = new Cell(false, false, 1 | 1 << 4, 1);

  /** Draws a world. */
  static RandomWorld draw(SplittableRandom random) {
    int columns = COLUMNS[random.nextInt(COLUMNS.length)];
    int cells = ROWS[random.nextInt(ROWS.length)] * columns;
    List<Cell> kinds = new ArrayList<>();
    kinds.add(GOAL);
    fill(kinds, HOLE, pick(HOLES, random), cells);
    fill(kinds, BAD_CELL, pick(BAD, random), cells);
    fill(kinds, GOOD_CELL, pick(GOOD, random), cells);
    kinds.addAll(Collections.nCopies(cells - kinds.size(), ROAD));
    int[] order = Seeds.permutation(random, cells);
    List<Cell> placed = IntStream.of(order).mapToObj(kinds::get).toList();
    double[] weights = new double[FEATURES];
    for (int k = 0; k < FEATURES; k++) {
      weights[k] = pick(WEIGHTS[k], random);
    }
    Board board = new Board(columns, FEATURES, placed);
    return new RandomWorld(board, board.world(), weights);
  }

  private static void fill(List<Cell> kinds, Cell kind, double share, int cells) {
    int count = Math.min((int) Math.round(share * cells), cells - 1 - kinds.size());
    kinds.addAll(Collections.nCopies(count, kind));
  }

  private static double pick(double[] list, SplittableRandom random) {
    return list[random.nextInt(list.length)];
  }
}
