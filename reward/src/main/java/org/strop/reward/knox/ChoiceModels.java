package org.strop.reward.knox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.strop.reward.pairs.Folds;

/** The models of choice, all on the same pairs and folds. */
final class ChoiceModels {
  private final Design design;
  private final double[] labels;
  private final KnoxConfig config;
  private final int[] each;
  private final int[] groups;
  private final Runnable tick;

  /**
   * @param tick told after each fold
   */
  ChoiceModels(Design design, double[] labels, int[] groups, KnoxConfig config, Runnable tick) {
    this.design = design;
    this.labels = labels;
    this.groups = groups;
    this.config = config;
    this.tick = tick;
    each = IntStream.range(0, labels.length).toArray();
  }

  /** Returns partial return at the best single scale. */
  ModelRow partialReturn() {
    return linear("partial return", design.select(PathFeature.PARTIAL_RETURN.ordinal()));
  }

  /** Returns regret at the best single scale. */
  ModelRow regret() {
    double[] values = new double[labels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          design.get(i, PathFeature.PARTIAL_RETURN.ordinal())
              + design.get(i, PathFeature.END_VALUE.ordinal())
              - design.get(i, PathFeature.START_VALUE.ordinal());
    }
    return linear("regret", new Design(1, values));
  }

  /** Returns partial return and both values with free weights. */
  ModelRow threeWeights() {
    return linear("three weights", design.select(Candidate.Kind.VALUES.columns()));
  }

  private ModelRow linear(String name, Design x) {
    double[] ridges = new double[x.columns()];
    Arrays.fill(ridges, Candidate.FREE);
    CrossValidation.Learner learner =
        (train, test) -> Logistic.fit(x, labels, train, ridges, 0).costs(x, labels, test);
    Logistic all = Logistic.fit(x, labels, each, ridges, 0);
    double fitted = CrossValidation.mean(all.costs(x, labels, each));
    return row(name, fitted, all.coefficients(), learner);
  }

  /** Returns the model that chooses its form inside each training part. */
  BestModel best() {
    List<Candidate> candidates = Candidate.all(config.ridges(), config.lapses());
    NestedChoice plain = choice(each, candidates);
    NestedChoice grouped = choice(groups, candidates);
    double[] heldOut = CrossValidation.costs(folds(each), plain, fold -> tick.run());
    double[] apart = CrossValidation.costs(folds(groups), grouped, fold -> tick.run());
    ModelRow row =
        new ModelRow("best", Double.NaN, new double[0], heldOut, CrossValidation.mean(apart));
    Map<String, Long> chosen =
        plain.chosen().stream()
            .collect(
                Collectors.groupingBy(Candidate::toString, TreeMap::new, Collectors.counting()));
    return new BestModel(row, chosen);
  }

  private NestedChoice choice(int[] grouping, List<Candidate> candidates) {
    return new NestedChoice(
        design, labels, grouping, candidates, config.innerFolds(), config.foldSeed() + 1);
  }

  private ModelRow row(
      String name, double fitted, double[] coefficients, CrossValidation.Learner learner) {
    double[] heldOut = CrossValidation.costs(folds(each), learner, fold -> tick.run());
    double[] apart = CrossValidation.costs(folds(groups), learner, fold -> tick.run());
    return new ModelRow(name, fitted, coefficients, heldOut, CrossValidation.mean(apart));
  }

  private int[] folds(int[] grouping) {
    return Folds.deal(grouping, config.folds(), config.foldSeed());
  }

  /**
   * The best model and what it chose.
   *
   * @param row its costs
   * @param chosen in how many folds each candidate won
   */
  record BestModel(ModelRow row, Map<String, Long> chosen) {}
}
