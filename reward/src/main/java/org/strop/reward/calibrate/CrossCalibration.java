package org.strop.reward.calibrate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.strop.policy.nn.Seeds;
import org.strop.reward.metrics.Calibration;
import org.strop.reward.metrics.Interval;
import org.strop.reward.metrics.Proportion;

/**
 * Calibration of held-out predictions before and after cross-fitted temperatures, on decisive
 * labels.
 *
 * @param n decisive labels
 * @param temperature geometric mean over folds
 * @param before calibration of the predictions as they are
 * @param after calibration of the predictions at the temperature of the other folds
 * @param beforeInterval of the calibration error, bootstrap over groups, 95 %
 * @param afterInterval of the same afterwards
 * @param perfect calibration error that a perfectly calibrated model would show at the predictions
 *     afterwards, mean over labels drawn from them: what is due to n alone
 */
public record CrossCalibration(
    int n,
    double temperature,
    Calibration before,
    Calibration after,
    Interval beforeInterval,
    Interval afterInterval,
    double perfect) {
  private static final int DRAWS = 1000;

  /**
   * Returns the calibration; empty without decisive labels.
   *
   * @param probabilities held-out predictions, length n
   * @param labels in [0, 1], length n
   * @param fold of each label; the temperature of a fold is fitted on the others
   * @param groups of dependent labels, resampled together
   * @param bins of the calibration error
   */
  public static Optional<CrossCalibration> of(
      double[] probabilities, double[] labels, int[] fold, int[] groups, int bins, long seed) {
    int[] decisive =
        IntStream.range(0, labels.length).filter(i -> labels[i] == 0 || labels[i] == 1).toArray();
    if (decisive.length == 0) {
      return Optional.empty();
    }
    double[] p = pick(probabilities, decisive);
    double[] y = pick(labels, decisive);
    int[] own = Arrays.stream(decisive).map(i -> groups[i]).toArray();
    int[] folds = Arrays.stream(decisive).map(i -> fold[i]).toArray();
    double[] temperatures = temperatures(p, y, folds);
    double[] scaled =
        IntStream.range(0, p.length)
            .mapToDouble(i -> new TemperatureScaling(temperatures[i]).of(p[i]))
            .toArray();
    double logs = Arrays.stream(temperatures).map(Math::log).average().orElseThrow();
    SplittableRandom random = Seeds.stream(seed, "calibration", 0);
    return Optional.of(
        new CrossCalibration(
            p.length,
            Math.exp(logs),
            Calibration.of(p, y, bins),
            Calibration.of(scaled, y, bins),
            interval(p, y, own, bins, random.split()),
            interval(scaled, y, own, bins, random.split()),
            perfect(scaled, bins, random.split())));
  }

  /** Returns for each label the temperature that the labels of the other folds ask for. */
  static double[] temperatures(double[] p, double[] y, int[] folds) {
    double[] temperatures = new double[p.length];
    for (int held : Arrays.stream(folds).distinct().toArray()) {
      int[] others = IntStream.range(0, p.length).filter(i -> folds[i] != held).toArray();
      double fitted = TemperatureScaling.fit(pick(p, others), pick(y, others)).temperature();
      IntStream.range(0, p.length)
          .filter(i -> folds[i] == held)
          .forEach(i -> temperatures[i] = fitted);
    }
    return temperatures;
  }

  private static double[] pick(double[] values, int[] chosen) {
    return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
  }

  private static Interval interval(
      double[] p, double[] y, int[] groups, int bins, SplittableRandom random) {
    int[] distinct = Arrays.stream(groups).distinct().toArray();
    Map<Integer, int[]> members = new LinkedHashMap<>();
    for (int g : distinct) {
      members.put(g, IntStream.range(0, p.length).filter(i -> groups[i] == g).toArray());
    }
    double[] errors = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      int[] drawn =
          IntStream.range(0, distinct.length)
              .map(i -> distinct[random.nextInt(distinct.length)])
              .flatMap(g -> Arrays.stream(java.util.Objects.requireNonNull(members.get(g))))
              .toArray();
      double[] pd = Arrays.stream(drawn).mapToDouble(i -> p[i]).toArray();
      double[] yd = Arrays.stream(drawn).mapToDouble(i -> y[i]).toArray();
      errors[d] = Calibration.of(pd, yd, bins).expectedError();
    }
    Arrays.sort(errors);
    return new Interval(errors[DRAWS / 40], errors[DRAWS - 1 - DRAWS / 40]);
  }

  private static double perfect(double[] p, int bins, SplittableRandom random) {
    double sum = 0;
    for (int d = 0; d < DRAWS; d++) {
      double[] y = Arrays.stream(p).map(x -> random.nextDouble() < x ? 1 : 0).toArray();
      sum += Calibration.of(p, y, bins).expectedError() / DRAWS;
    }
    return sum;
  }

  /** Returns everything by name, ready for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", n);
    map.put("temperature", temperature);
    map.put("ece", before.expectedError());
    map.put("ece_ci", List.of(beforeInterval.low(), beforeInterval.high()));
    map.put("ece_calibrated", after.expectedError());
    map.put("ece_calibrated_ci", List.of(afterInterval.low(), afterInterval.high()));
    map.put("ece_if_perfect", perfect);
    map.put("log_loss", before.logLoss());
    map.put("log_loss_calibrated", after.logLoss());
    map.put("bins", bins(before));
    map.put("bins_calibrated", bins(after));
    return map;
  }

  private static List<Map<String, Object>> bins(Calibration calibration) {
    return calibration.bins().stream().map(CrossCalibration::bin).toList();
  }

  private static Map<String, Object> bin(Calibration.Bin bin) {
    double successes = Math.min(bin.count(), bin.observed() * bin.count());
    Interval wilson = new Proportion(successes, bin.count()).wilson();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("low", bin.low());
    map.put("high", bin.high());
    map.put("predicted", bin.predicted());
    map.put("observed", bin.observed());
    map.put("ci", List.of(wilson.low(), wilson.high()));
    map.put("count", bin.count());
    return map;
  }
}
