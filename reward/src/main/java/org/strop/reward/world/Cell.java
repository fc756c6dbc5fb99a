package org.strop.reward.world;

/**
 * What a grid cell is. Feature sets are bit masks: bit k stands for feature k.
 *
 * @param blocked whether nothing can enter it
 * @param terminal whether entering it ends the episode
 * @param entering features of a move that enters it
 * @param bumping features of a move out of it that meets an edge or a blocked cell, and stays
 */
public record Cell(boolean blocked, boolean terminal, int entering, int bumping) {
  /** Checks that it is not blocked and terminal at once. */
  public Cell {
    if (blocked && terminal) {
      throw new IllegalArgumentException("a blocked cell cannot be terminal: it is never entered");
    }
  }
}
