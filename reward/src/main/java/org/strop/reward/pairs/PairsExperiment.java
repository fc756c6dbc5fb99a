package org.strop.reward.pairs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.calibrate.CrossCalibration;
import org.strop.reward.ceiling.HumanCeiling;
import org.strop.reward.features.FeatureScaling;
import org.strop.reward.metrics.Proportion;
import org.strop.reward.model.ChoiceQuality;
import org.strop.reward.model.PairEnsemble;
import org.strop.reward.model.PairTarget;
import org.strop.reward.model.Span;

/**
 * How well a reward learned from people's choices predicts choices that it never saw: K-fold
 * cross-validation, repeated with other seeds.
 *
 * <p>Everything that depends on data, scaling and stopping included, is decided inside the training
 * folds. Pairs that share recorded steps stay in one fold.
 */
public final class PairsExperiment {
  private final PairsConfig config;
  private final PairArrays pairs;
  private final int[] groups;
  private final List<PairTarget> targets;
  private final float[] rawRows;

  /** Hears of each fold that is done. */
  @FunctionalInterface
  public interface FoldListener {
    /** Ignores everything. */
    FoldListener NONE = (done, total) -> {};

    /**
     * Called after each fold.
     *
     * @param done folds done, over all repeats
     * @param total folds to do
     */
    void onFold(int done, int total);
  }

  private PairsExperiment(PairsConfig config, PairArrays pairs) {
    this.config = config;
    this.pairs = pairs;
    this.groups =
        config.keepOverlapsTogether()
            ? Overlaps.groups(pairs)
            : IntStream.range(0, pairs.count()).toArray();
    this.rawRows = pairs.rows();
    this.targets = new ArrayList<>();
    for (int i = 0; i < pairs.count(); i++) {
      int first = 2 * i * pairs.steps();
      int second = first + pairs.steps();
      targets.add(
          new PairTarget(
              new Span(first, second),
              new Span(second, second + pairs.steps()),
              pairs.labels()[i],
              1));
    }
  }

  /**
   * Runs the experiment on a file.
   *
   * @param file as {@link PairArrays#read}
   * @throws StropException {@code CORRUPT_DATA} if the file is damaged, {@code CONFIG} if it has
   *     fewer groups of pairs than folds, or no decisive label
   */
  public static PairsResult run(PairsConfig config, Path file, FoldListener listener) {
    return run(config, PairArrays.read(file), file.toString(), listener);
  }

  /**
   * Runs the experiment on arrays.
   *
   * @param where the arrays come from, for messages
   */
  static PairsResult run(
      PairsConfig config, PairArrays pairs, String where, FoldListener listener) {
    PairsExperiment experiment = new PairsExperiment(config, pairs);
    int groupCount = (int) Arrays.stream(experiment.groups).distinct().count();
    if (groupCount < config.folds()) {
      throw new StropException(
          ErrorCode.CONFIG,
          "folds is "
              + config.folds()
              + ", but the pairs form only "
              + groupCount
              + " groups"
              + " that share no recorded steps.",
          where,
          "lower folds, or set keep_overlaps_together: false and test on steps that were trained"
              + " on.");
    }
    List<ChoiceQuality> repeats = new ArrayList<>();
    List<CrossCalibration> calibrations = new ArrayList<>();
    for (int repeat = 0; repeat < config.repeats(); repeat++) {
      double[] predictions = experiment.heldOut(repeat, listener);
      repeats.add(
          ChoiceQuality.of(predictions, pairs.labels(), config.calibrationBins())
              .orElseThrow(
                  () ->
                      new StropException(
                          ErrorCode.CONFIG,
                          "All " + pairs.count() + " labels are ties: no accuracy can be told.",
                          where,
                          "give labels of which some are 0 or 1.")));
      experiment.calibration(repeat, predictions).ifPresent(calibrations::add);
    }
    return summary(config, repeats, calibrations, groupCount, HumanCeiling.of(pairs.votes()));
  }

  private Optional<CrossCalibration> calibration(int repeat, double[] predictions) {
    return CrossCalibration.of(
        predictions,
        pairs.labels(),
        folds(repeat),
        groups,
        config.calibrationBins(),
        config.seed() + repeat);
  }

  private int[] folds(int repeat) {
    return Folds.deal(groups, config.folds(), config.seed() + repeat);
  }

  /** Returns the prediction for each pair by the ensemble that was fitted without its fold. */
  private double[] heldOut(int repeat, FoldListener listener) {
    int[] fold = folds(repeat);
    double[] predictions = new double[pairs.count()];
    for (int k = 0; k < config.folds(); k++) {
      int held = k;
      int[] test = IntStream.range(0, fold.length).filter(i -> fold[i] == held).toArray();
      int[] train = IntStream.range(0, fold.length).filter(i -> fold[i] != held).toArray();
      double[] probabilities = predict(train, test, repeat * 1000L + k);
      for (int i = 0; i < test.length; i++) {
        predictions[test[i]] = probabilities[i];
      }
      listener.onFold(repeat * config.folds() + k + 1, config.repeats() * config.folds());
    }
    return predictions;
  }

  private double[] predict(int[] train, int[] test, long stream) {
    float[] rows = rawRows.clone();
    scaling(train).apply(rows);
    int[] trainGroups = Arrays.stream(train).map(i -> groups[i]).toArray();
    try (PairEnsemble ensemble =
        PairEnsemble.fit(
            config.spec(config.seed() * 1_000_003L + stream),
            config.compute(),
            rows,
            pairs.width(),
            select(train),
            trainGroups)) {
      return ensemble.probabilities(select(test));
    }
  }

  private FeatureScaling scaling(int[] train) {
    int size = 2 * pairs.steps() * pairs.width();
    float[] seen = new float[train.length * size];
    for (int i = 0; i < train.length; i++) {
      System.arraycopy(rawRows, train[i] * size, seen, i * size, size);
    }
    return FeatureScaling.fit(seen, pairs.width(), config.clip());
  }

  private List<PairTarget> select(int[] indices) {
    return Arrays.stream(indices).mapToObj(targets::get).toList();
  }

  private static PairsResult summary(
      PairsConfig config,
      List<ChoiceQuality> repeats,
      List<CrossCalibration> calibrations,
      int groupCount,
      Optional<HumanCeiling> ceiling) {
    ChoiceQuality first = repeats.get(0);
    double accuracy = mean(repeats, ChoiceQuality::accuracy);
    return new PairsResult(
        first.n(),
        config.folds(),
        accuracy,
        new Proportion(accuracy * first.n(), first.n()).wilson(),
        first.majority(),
        first.ties(),
        mean(repeats, ChoiceQuality::ece),
        mean(repeats, ChoiceQuality::accuracyTiesHalf),
        mean(repeats, ChoiceQuality::logLoss),
        groupCount,
        repeats.stream().map(ChoiceQuality::accuracy).toList(),
        calibrations,
        ceiling);
  }

  private static double mean(List<ChoiceQuality> repeats, ToDoubleFunction<ChoiceQuality> figure) {
    return repeats.stream().mapToDouble(figure).average().orElseThrow();
  }
}
