package org.strop.reward.model;

import java.util.List;

/**
 * Scaled features of all steps, and what is known about runs of them.
 *
 * @param rows row-major [N, F]; owned by the caller, not modified
 * @param width F
 * @param pieces values of short pieces
 * @param scores values of segments
 * @param pairs choices
 */
@SuppressWarnings("ArrayRecordComponent") // a large table with one owner, never compared
record TrainingSet(
    float[] rows,
    int width,
    List<ValueTarget> pieces,
    List<ValueTarget> scores,
    List<PairTarget> pairs) {
  TrainingSet {
    pieces = List.copyOf(pieces);
    scores = List.copyOf(scores);
    pairs = List.copyOf(pairs);
  }

  int count(Part part) {
    return switch (part) {
      case THICKNESS -> pieces.size();
      case SCORES -> scores.size();
      case PAIRS -> pairs.size();
    };
  }

  double weight(Part part, int label) {
    return switch (part) {
      case THICKNESS -> pieces.get(label).weight();
      case SCORES -> scores.get(label).weight();
      case PAIRS -> pairs.get(label).weight();
    };
  }

  /** Returns the value or label that a part's prediction is held against. */
  double value(Part part, int label) {
    return switch (part) {
      case THICKNESS -> pieces.get(label).value();
      case SCORES -> scores.get(label).value();
      case PAIRS -> pairs.get(label).label();
    };
  }

  /** Returns the runs of rows of a label: one, or first and second. */
  List<Span> spans(Part part, int label) {
    return switch (part) {
      case THICKNESS -> List.of(pieces.get(label).span());
      case SCORES -> List.of(scores.get(label).span());
      case PAIRS -> List.of(pairs.get(label).first(), pairs.get(label).second());
    };
  }

  /** Returns the mean length of the segments of all pairs, steps; 1 without pairs. */
  double meanPairLength() {
    return pairs.stream()
        .mapToDouble(p -> (p.first().length() + p.second().length()) / 2.0)
        .average()
        .orElse(1);
  }
}
