package org.strop.reward.knox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One way to model choices, among which cross-validation chooses.
 *
 * @param kind which columns it sees
 * @param ridge penalty on all columns but partial return and values, which stay free
 * @param lapse share of random answers
 */
record Candidate(Kind kind, double ridge, double lapse) {
  /** Penalty of free columns: only keeps separable data finite. */
  static final double FREE = 1e-6;

  /** Which columns a candidate sees, each kind more than the one before. */
  enum Kind {
    /** Partial return and both values. */
    VALUES(PathFeature.END_VALUE, false),
    /** Also what happens on the way. */
    EVENTS(PathFeature.MOVES, false),
    /** Also the shape of the path. */
    PATH(PathFeature.GOAL_DISTANCE, false),
    /** Also saturating forms. */
    SATURATED(PathFeature.SATURATED_REGRET, false),
    /** Also a lean to one side, which is the same for a pair and its swap. */
    SIDE(PathFeature.SATURATED_REGRET, true);

    private final int[] columns;

    Kind(PathFeature last, boolean side) {
      int count = last.ordinal() + 1;
      int[] seen = IntStream.range(0, side ? count + 1 : count).toArray();
      seen[seen.length - 1] = side ? PathFeature.values().length : last.ordinal();
      columns = seen;
    }

    int[] columns() {
      return columns.clone();
    }
  }

  /** Returns all combinations of kinds, ridges and lapses. */
  static List<Candidate> all(List<Double> ridges, List<Double> lapses) {
    List<Candidate> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (double ridge : kind == Kind.VALUES ? List.of(FREE) : ridges) {
        for (double lapse : lapses) {
          all.add(new Candidate(kind, ridge, lapse));
        }
      }
    }
    return all;
  }

  /** Fits it to rows of the full design. */
  Fitted fit(Design full, double[] labels, int[] rows) {
    Design seen = full.select(kind.columns());
    double[] ridges = new double[seen.columns()];
    Arrays.fill(ridges, ridge);
    Arrays.fill(ridges, 0, PreferenceData.STATISTICS, FREE);
    return new Fitted(seen, Logistic.fit(seen, labels, rows, ridges, lapse));
  }

  /**
   * A fit with the columns that it sees.
   *
   * @param seen its design
   * @param model its coefficients
   */
  record Fitted(Design seen, Logistic model) {
    /** Returns the costs of rows. */
    double[] costs(double[] labels, int[] rows) {
      return model.costs(seen, labels, rows);
    }
  }
}
