package org.strop.reward.compare;

import java.util.List;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.reward.likelihood.Level;
import org.strop.reward.likelihood.PreferenceKind;
import org.strop.reward.likelihood.Rate;

/**
 * A comparison of preference models; configs/reward/compare.yaml. Numbers are ours where no source
 * is named.
 *
 * @param seed of the folds of the first repeat; repeat k uses seed + k
 * @param preferenceModel {@code auto} chooses by data; any other is chosen whatever the data say
 * @param repeats whole cross-validations with other folds
 * @param folds K (10: METHODS 2)
 * @param innerFolds folds inside the training folds that choose among priors and mixtures
 * @param weightDeviations priors of a single weight (return or regret is one number), logits per
 *     typical difference; more than one are chosen among by inner folds
 * @param featureDeviations the same where the reward is linear in many features
 * @param mixtures values of α that a linear reward's mixture is chosen among
 * @param minLabels fewer labels of an operator on a task are not compared
 * @param habitLabels from so many labels on, side bias and lapses are tried as well
 * @param sideBiasDeviation prior of the side bias, logits
 * @param lapseMean prior mean of the lapse rate
 * @param lapseLabels prior weight of the lapse rate, labels
 * @param discount γ of successor features, per step
 * @param ridge of successor features, per step, features scaled to deviation 1
 * @param policySteps who recorded fewer steps of the training labels' segments has no value of
 *     their own but one pooled with others ({@link org.strop.reward.value.LoggedPolicies})
 * @param policyTemperature of the soft maximum over policies, in parts of what their values differ
 *     by
 * @param relinearisations refits of weights where the value is that of the best of several policies
 * @param clip scaled features are cut off at ± this many deviations
 */
public record CompareConfig(
    long seed,
    PreferenceKind preferenceModel,
    @Bounds(min = 1, max = 100) int repeats,
    @Bounds(min = 2, max = 1000) int folds,
    @Bounds(min = 2, max = 100) int innerFolds,
    List<Double> weightDeviations,
    List<Double> featureDeviations,
    List<Double> mixtures,
    @Bounds(min = 4, max = 1e6) int minLabels,
    @Bounds(min = 4, max = 1e9) int habitLabels,
    @Bounds(min = 0, exclusiveMin = true, max = 100) double sideBiasDeviation,
    @Bounds(min = 0.0001, max = 0.9) double lapseMean,
    @Bounds(min = 0.1, max = 1e6) double lapseLabels,
    @Bounds(min = 0, max = 0.9999) double discount,
    @Bounds(min = 0, exclusiveMin = true, max = 1e6) double ridge,
    @Bounds(min = 1, max = 1e9) int policySteps,
    @Bounds(min = 0.0001, max = 100) double policyTemperature,
    @Bounds(min = 1, max = 100) int relinearisations,
    @Bounds(min = 1, max = 100) double clip)
    implements SelfChecking {
  /** Copies the lists. */
  public CompareConfig {
    weightDeviations = List.copyOf(weightDeviations);
    featureDeviations = List.copyOf(featureDeviations);
    mixtures = List.copyOf(mixtures);
  }

  @Override
  public void check(Problems problems) {
    positive(problems, "weight_deviations", weightDeviations);
    positive(problems, "feature_deviations", featureDeviations);
    positive(problems, "mixtures", mixtures);
    if (mixtures.stream().anyMatch(a -> a >= 1)) {
      problems.add("mixtures", "holds a value of 1 or more", "1 is regret itself: stay below it");
    }
  }

  private static void positive(Problems problems, String key, List<Double> values) {
    if (values.isEmpty() || values.stream().anyMatch(v -> !(v > 0) || v.isInfinite())) {
      problems.add(key, "is " + values, "give at least one number above 0");
    }
  }

  /** Returns this with a single cross-validation. */
  CompareConfig once() {
    return new CompareConfig(
        seed,
        preferenceModel,
        1,
        folds,
        innerFolds,
        weightDeviations,
        featureDeviations,
        mixtures,
        minLabels,
        habitLabels,
        sideBiasDeviation,
        lapseMean,
        lapseLabels,
        discount,
        ridge,
        policySteps,
        policyTemperature,
        relinearisations,
        clip);
  }

  Level sideBias() {
    return new Level.Learned(0, sideBiasDeviation);
  }

  Rate lapses() {
    return new Rate.Learned(lapseMean, lapseLabels);
  }
}
