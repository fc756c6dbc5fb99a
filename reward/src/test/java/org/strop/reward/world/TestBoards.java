package org.strop.reward.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Small boards: features are gas, goal, hole, coin. */
public final class TestBoards {
  /** True weights of the boards' features. */
  public static final double[] WEIGHTS = {-1, 10, -20, 1};

  private static final Map<Character, Cell> CELLS =
      Map.of(
          '.', new Cell(false, false, 1, 1),
          'G', new Cell(false, true, 2, 0),
          'X', new Cell(false, true, 4, 0),
          'c', new Cell(false, false, 1 | 8, 1),
          '#', new Cell(true, false, 0, 0));

  private TestBoards() {}

  /** Returns the board drawn by its rows. */
  public static Board of(String... rows) {
    List<Cell> cells = new ArrayList<>();
    for (String row : rows) {
      row.chars().forEach(c -> cells.add(CELLS.get((char) c)));
    }
    return new Board(rows[0].length(), 4, cells);
  }

  /** Returns a random segment from a start. */
  public static WorldSegment segment(World world, int length, SplittableRandom random) {
    int[] starts = world.starts();
    int[] actions = random.ints(length, 0, world.actions()).toArray();
    return WorldSegment.walk(world, starts[random.nextInt(starts.length)], actions);
  }
}
