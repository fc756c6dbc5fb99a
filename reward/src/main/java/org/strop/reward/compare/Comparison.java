package org.strop.reward.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.calibrate.CrossCalibration;
import org.strop.reward.likelihood.PreferenceKind;
import org.strop.reward.metrics.PairedDifference;

/** Compares preference models by likelihood on labels that they never saw. */
public final class Comparison {
  /** The operator that stands for all. */
  public static final String ALL = "all";

  private final CompareConfig config;
  private final PairLabels pairs;
  private final IntConsumer progress;
  private int done;

  private Comparison(CompareConfig config, PairLabels pairs, IntConsumer progress) {
    this.config = config;
    this.pairs = pairs;
    this.progress = progress;
  }

  /**
   * Returns the rows of every operator with enough labels, and of all together where there are
   * several; models in a fixed order.
   *
   * @param progress hears how many folds are done
   * @throws StropException {@code MISSING_DATA} if no operator has enough labels
   */
  public static List<ComparisonRow> of(
      CompareConfig config, PairLabels pairs, IntConsumer progress) {
    Comparison comparison = new Comparison(config, pairs, progress);
    List<ComparisonRow> rows = new ArrayList<>();
    for (String operator : comparison.operators()) {
      int[] chosen = comparison.labelsOf(operator);
      rows.addAll(comparison.rows(operator, chosen, comparison.models(chosen)));
    }
    return rows;
  }

  /**
   * Returns the calibration of the plain models on everyone's labels, before and after temperatures
   * of the other folds; by model, empty without decisive labels. One cross-validation, the first
   * repeat's.
   */
  public static Map<String, CrossCalibration> calibrations(
      CompareConfig config, PairLabels pairs, int bins, IntConsumer progress) {
    Comparison comparison = new Comparison(config.once(), pairs, progress);
    int[] all = IntStream.range(0, pairs.labels().length).toArray();
    CrossValidation validation = new CrossValidation(config.once(), pairs);
    List<HeldOutModel> models =
        validation.run(
            Candidate.all(false), all, () -> comparison.progress.accept(++comparison.done));
    int[] fold = validation.deal(all, config.seed());
    Map<String, CrossCalibration> found = new LinkedHashMap<>();
    for (HeldOutModel model : models) {
      CrossCalibration.of(
              model.probability(), pairs.labels(), fold, pairs.groups(), bins, config.seed())
          .ifPresent(c -> found.put(model.name(), c));
    }
    return found;
  }

  /** Returns how many folds {@link #of} goes through, at most. */
  public static int folds(CompareConfig config, PairLabels pairs) {
    return config.folds()
        * config.repeats()
        * new Comparison(config, pairs, n -> {}).operators().size();
  }

  private List<String> operators() {
    TreeSet<String> names = new TreeSet<>(pairs.operators());
    List<String> enough = new ArrayList<>();
    for (String name : names) {
      if (labelsOf(name).length >= config.minLabels()) {
        enough.add(name);
      }
    }
    boolean several = names.size() > 1 && pairs.labels().length >= config.minLabels();
    if (several) {
      enough.add(ALL);
    }
    if (enough.isEmpty()) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "No operator has "
              + config.minLabels()
              + " labels on "
              + pairs.task()
              + "; there are "
              + pairs.labels().length
              + " of "
              + names.size()
              + " operators.",
          "task " + pairs.task(),
          "collect more labels, or lower min_labels and mind the standard errors.");
    }
    return enough;
  }

  private int[] labelsOf(String operator) {
    List<String> owners = pairs.operators();
    boolean everyone = operator.equals(ALL) && !owners.contains(ALL);
    return IntStream.range(0, owners.size())
        .filter(i -> everyone || owners.get(i).equals(operator))
        .toArray();
  }

  private List<HeldOutModel> models(int[] chosen) {
    List<Candidate> candidates = Candidate.all(chosen.length >= config.habitLabels());
    CrossValidation validation = new CrossValidation(config, pairs);
    if (validation.groupCount(chosen) < 2) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "All " + chosen.length + " labels are of pairs that share recorded steps.",
          "task " + pairs.task(),
          "collect labels of other segments: there is nothing to hold out.");
    }
    return validation.run(candidates, chosen, () -> progress.accept(++done));
  }

  private List<ComparisonRow> rows(String operator, int[] chosen, List<HeldOutModel> models) {
    boolean free = config.preferenceModel() == PreferenceKind.AUTO;
    HeldOutModel best =
        best(models.stream().filter(m -> free || m.kind() == config.preferenceModel()).toList());
    HeldOutModel rival = best(models.stream().filter(m -> m.kind() != best.kind()).toList());
    List<ComparisonRow> rows = new ArrayList<>();
    for (HeldOutModel model : models) {
      HeldOutModel other = model == best ? rival : best;
      PairedDifference difference = difference(chosen, model, other);
      PairedDifference gain = difference(chosen, model, models.get(0));
      rows.add(
          new ComparisonRow(
              operator,
              pairs.task(),
              model.name(),
              model.kind(),
              chosen.length,
              model.mean(),
              difference.mean(),
              difference.standardError(),
              gain.mean(),
              model == models.get(0) ? Double.NaN : gain.standardError(),
              model == best));
    }
    return rows;
  }

  private static HeldOutModel best(List<HeldOutModel> models) {
    // The first of equals: plain before habits, so nothing is added that does not help.
    return models.stream()
        .sorted(Comparator.comparingDouble((HeldOutModel m) -> -m.mean()))
        .findFirst()
        .orElseThrow();
  }

  private PairedDifference difference(int[] chosen, HeldOutModel a, HeldOutModel b) {
    int[] groups = pairs.groups();
    Map<Integer, double[]> sums = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      int group = groups[chosen[i]];
      if (!sums.containsKey(group)) {
        order.add(group);
      }
      double[] sum = sums.computeIfAbsent(group, g -> new double[2]);
      sum[0] += a.logLikelihood()[i];
      sum[1] += b.logLikelihood()[i];
    }
    // Sums of groups, scaled so that their mean is the mean over labels.
    double scale = (double) order.size() / chosen.length;
    double[] first = order.stream().mapToDouble(g -> scale * at(sums, g)[0]).toArray();
    double[] second = order.stream().mapToDouble(g -> scale * at(sums, g)[1]).toArray();
    return PairedDifference.of(first, second);
  }

  private static double[] at(Map<Integer, double[]> sums, int group) {
    return Arrays.copyOf(java.util.Objects.requireNonNull(sums.get(group)), 2);
  }
}
