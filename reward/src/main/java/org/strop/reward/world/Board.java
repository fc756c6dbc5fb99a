package org.strop.reward.world;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A grid of cells, and the world that it makes: four moves, staying put at edges and blocked cells.
 *
 * <p>The state of cell (row, column) is {@code row * columns + column}. Starts are all cells that
 * are neither blocked nor terminal.
 *
 * @param columns width, at least 1
 * @param features number of features, 1 to 31
 * @param cells row by row, a whole number of rows
 */
public record Board(int columns, int features, List<Cell> cells) {
  /** Copies the cells; checks the sizes and that no cell has a feature past the last. */
  public Board {
    cells = List.copyOf(cells);
    if (columns < 1 || cells.isEmpty() || cells.size() % columns != 0) {
      throw new IllegalArgumentException(cells.size() + " cells in rows of " + columns);
    }
    if (features < 1 || features > 31) {
      throw new IllegalArgumentException(features + " features, must be 1 to 31");
    }
    int used = cells.stream().mapToInt(c -> c.entering() | c.bumping()).reduce(0, (a, b) -> a | b);
    if (used >>> features != 0) {
      throw new IllegalArgumentException("a cell has a feature past number " + (features - 1));
    }
  }

  /** Returns the number of rows. */
  public int rows() {
    return cells.size() / columns;
  }

  /** Returns whether there is such a cell. */
  public boolean contains(int row, int column) {
    return row >= 0 && row < rows() && column >= 0 && column < columns;
  }

  /**
   * Returns the state of a cell.
   *
   * @throws IndexOutOfBoundsException if it is outside
   */
  public int state(int row, int column) {
    if (!contains(row, column)) {
      throw new IndexOutOfBoundsException(
          "cell (" + row + ", " + column + ") of " + rows() + " x " + columns);
    }
    return row * columns + column;
  }

  /** Returns the world: states are cells, actions are {@link Move}s. */
  public World world() {
    int actions = Move.values().length;
    World.Builder world = new World.Builder(cells.size(), actions, features);
    for (int s = 0; s < cells.size(); s++) {
      Cell cell = cells.get(s);
      if (cell.terminal()) {
        world.terminal(s);
      } else if (!cell.blocked()) {
        for (Move move : Move.values()) {
          int next = target(s, move);
          int mask = next < 0 ? cell.bumping() : cells.get(next).entering();
          world.transition(s, move.ordinal(), next < 0 ? s : next, mask);
        }
      }
    }
    return world.starts(starts()).build();
  }

  private int[] starts() {
    return IntStream.range(0, cells.size())
        .filter(s -> !cells.get(s).blocked() && !cells.get(s).terminal())
        .toArray();
  }

  /** Returns whether a move from a state stays: an edge or a blocked cell is in the way. */
  public boolean bumps(int state, Move move) {
    return target(state, move) < 0;
  }

  private int target(int state, Move move) {
    int row = state / columns + move.rows();
    int column = state % columns + move.columns();
    return contains(row, column) && !cells.get(row * columns + column).blocked()
        ? row * columns + column
        : -1;
  }
}
