package org.strop.reward.world;

/** An action in a grid; its ordinal is the action's index, in the order of the published tables. */
public enum Move {
  /** One row less. */
  UP(-1, 0),
  /** One row more. */
  DOWN(1, 0),
  /** One column less. */
  LEFT(0, -1),
  /** One column more. */
  RIGHT(0, 1);

  private final int rows;
  private final int columns;

  Move(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Returns the change of row. */
  public int rows() {
    return rows;
  }

  /** Returns the change of column. */
  public int columns() {
    return columns;
  }
}
