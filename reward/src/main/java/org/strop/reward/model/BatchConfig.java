package org.strop.reward.model;

import org.strop.configs.Bounds;

/**
 * What one optimiser step looks at. Where there are fewer labels, all of them. Sizes are ours.
 *
 * @param pairs choices
 * @param scores scored segments
 * @param pieces thickness pieces
 * @param stepsPerSegment steps drawn from each segment to estimate its mean, evenly spread from a
 *     random start
 * @param stepsPerPiece the same for thickness pieces
 */
public record BatchConfig(
    @Bounds(min = 1, max = 1e5) int pairs,
    @Bounds(min = 1, max = 1e5) int scores,
    @Bounds(min = 1, max = 1e5) int pieces,
    @Bounds(min = 1, max = 10000) int stepsPerSegment,
    @Bounds(min = 1, max = 10000) int stepsPerPiece) {

  int labels(Part part) {
    return switch (part) {
      case THICKNESS -> pieces;
      case SCORES -> scores;
      case PAIRS -> pairs;
    };
  }

  int stepsEach(Part part) {
    return part == Part.THICKNESS ? stepsPerPiece : stepsPerSegment;
  }
}
