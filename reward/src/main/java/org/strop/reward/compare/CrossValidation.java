package org.strop.reward.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.strop.reward.pairs.Folds;

/** Held-out likelihood of every model on the labels of one operator. */
final class CrossValidation {
  private final CompareConfig config;
  private final PairLabels pairs;
  private final double[] labels;
  private final int[] groups;

  CrossValidation(CompareConfig config, PairLabels pairs) {
    this.config = config;
    this.pairs = pairs;
    this.labels = pairs.labels();
    this.groups = pairs.groups();
  }

  /**
   * Returns what each candidate says of each chosen label.
   *
   * @param chosen labels of one operator, by number
   */
  List<HeldOutModel> run(List<Candidate> candidates, int[] chosen, Runnable foldDone) {
    double[][] likelihood = new double[candidates.size()][chosen.length];
    double[][] probability = new double[candidates.size()][chosen.length];
    for (int repeat = 0; repeat < config.repeats(); repeat++) {
      int[] fold = deal(chosen, config.seed() + repeat);
      int folds = Arrays.stream(fold).max().orElse(-1) + 1;
      for (int k = 0; k < folds; k++) {
        int held = k;
        int[] test = IntStream.range(0, chosen.length).filter(i -> fold[i] == held).toArray();
        int[] train = select(chosen, fold, f -> f != held);
        List<PairLabels.Difference> differences = pairs.differences(train);
        for (int c = 0; c < candidates.size(); c++) {
          Candidate candidate = candidates.get(c);
          Candidate.Setting setting = choose(candidate, differences, train, repeat);
          PairFit fit = fit(candidate, setting, differences, train);
          for (int i : test) {
            likelihood[c][i] += fit.logLikelihood(chosen[i]) / config.repeats();
            probability[c][i] += fit.probability(chosen[i]) / config.repeats();
          }
        }
        foldDone.run();
      }
    }
    List<HeldOutModel> models = new ArrayList<>();
    for (int c = 0; c < candidates.size(); c++) {
      Candidate candidate = candidates.get(c);
      models.add(
          new HeldOutModel(candidate.name(), candidate.kind(), likelihood[c], probability[c]));
    }
    return models;
  }

  int groupCount(int[] chosen) {
    return (int) Arrays.stream(chosen).map(i -> groups[i]).distinct().count();
  }

  /** Returns the fold of each chosen label. */
  int[] deal(int[] chosen, long seed) {
    return deal(chosen, Math.min(config.folds(), groupCount(chosen)), seed);
  }

  /** Returns the fold of each chosen label; groups stay together. */
  private int[] deal(int[] chosen, int folds, long seed) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] own =
        Arrays.stream(chosen)
            .map(i -> numbers.computeIfAbsent(groups[i], g -> numbers.size()))
            .toArray();
    return Folds.deal(own, folds, seed);
  }

  private static int[] select(int[] chosen, int[] fold, java.util.function.IntPredicate folds) {
    return IntStream.range(0, chosen.length)
        .filter(i -> folds.test(fold[i]))
        .map(i -> chosen[i])
        .toArray();
  }

  /** Returns the setting that predicts best inside the training labels. */
  private Candidate.Setting choose(
      Candidate candidate, List<PairLabels.Difference> differences, int[] train, int repeat) {
    int features = differences.get(0).partialReturn().length;
    List<Candidate.Setting> settings = candidate.settings(config, features);
    int folds = Math.min(config.innerFolds(), groupCount(train));
    if (settings.size() == 1 || folds < 2) {
      return settings.get(0);
    }
    int[] fold = deal(train, folds, config.seed() + repeat + 1_000_003L);
    double[] sums = new double[settings.size()];
    for (int s = 0; s < sums.length; s++) {
      for (int k = 0; k < folds; k++) {
        int held = k;
        int[] inner = select(train, fold, f -> f != held);
        PairFit fit = fit(candidate, settings.get(s), differences, inner);
        for (int i : select(train, fold, f -> f == held)) {
          sums[s] += fit.logLikelihood(i);
        }
      }
    }
    int best =
        IntStream.range(0, sums.length)
            .boxed()
            .max(Comparator.comparingDouble((Integer s) -> sums[s]))
            .orElseThrow();
    return settings.get(best);
  }

  private PairFit fit(
      Candidate candidate,
      Candidate.Setting setting,
      List<PairLabels.Difference> differences,
      int[] train) {
    return new PairFit(config, candidate, setting, differences, labels, train);
  }
}
