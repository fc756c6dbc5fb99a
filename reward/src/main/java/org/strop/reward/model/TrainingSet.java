package org.strop.reward.model;

import java.util.List;

/**
 * Scaled features of all steps, and what is known about runs of them.
 *
 * @param rows row-major [N, F]; owned by the caller, not modified
 * @param width F
 * @param episodes runs of rows that belong together in time, in order; they cover all rows
 * @param pieces values of short pieces
 * @param scores values of segments
 * @param pairs choices
 * @param side what else is known of rows and labels
 */
@SuppressWarnings("ArrayRecordComponent") // a large table with one owner, never compared
record TrainingSet(
    float[] rows,
    int width,
    List<Span> episodes,
    List<ValueTarget> pieces,
    List<ValueTarget> scores,
    List<PairTarget> pairs,
    Side side) {
  TrainingSet {
    episodes = List.copyOf(episodes);
    pieces = List.copyOf(pieces);
    scores = List.copyOf(scores);
    pairs = List.copyOf(pairs);
  }

  /**
   * What a composite reward knows besides.
   *
   * @param concepts scaled label-side metrics, [N, L], NaN where unknown
   * @param conceptCount L
   * @param scoreOperators index of who scored, as long as the scores
   * @param pairOperators index of who chose, as long as the pairs
   * @param operators their names
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Side(
      float[] concepts,
      int conceptCount,
      int[] scoreOperators,
      int[] pairOperators,
      List<String> operators) {
    Side {
      operators = List.copyOf(operators);
    }
  }

  /** Returns a set of bare choices; each of their runs is an episode of its own. */
  static TrainingSet ofPairs(float[] rows, int width, List<PairTarget> pairs) {
    List<Span> runs =
        pairs.stream()
            .flatMap(p -> java.util.stream.Stream.of(p.first(), p.second()))
            .distinct()
            .sorted(java.util.Comparator.comparingInt(Span::from))
            .toList();
    Side side = new Side(new float[0], 0, new int[0], new int[pairs.size()], List.of("all"));
    return new TrainingSet(rows, width, runs, List.of(), List.of(), pairs, side);
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

  /** Returns the index of who gave a label; 0 for pieces. */
  int operator(Part part, int label) {
    return switch (part) {
      case THICKNESS -> 0;
      case SCORES -> side.scoreOperators()[label];
      case PAIRS -> side.pairOperators()[label];
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

  /** Returns L, the number of label-side metrics. */
  int conceptCount() {
    return side.conceptCount();
  }

  /** Copies rows, zeros for −1; returns the next place. */
  int copyRows(int[] indices, float[] out, int from) {
    int at = from;
    for (int index : indices) {
      if (index >= 0) {
        System.arraycopy(rows, index * width, out, at, width);
      }
      at += width;
    }
    return at;
  }

  /** Returns the label-side metrics of rows, [n, L]; NaN for −1. */
  float[] concepts(int[] indices) {
    int count = side.conceptCount();
    float[] out = new float[indices.length * count];
    for (int i = 0; i < indices.length; i++) {
      for (int k = 0; k < count; k++) {
        out[i * count + k] = indices[i] < 0 ? Float.NaN : side.concepts()[indices[i] * count + k];
      }
    }
    return out;
  }
}
