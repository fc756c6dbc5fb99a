package org.strop.reward.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * How well predicted probabilities match what was observed.
 *
 * <p>Predictions that the second is preferred are sorted into bins of equal width over [0, 1], and
 * in each the mean prediction is held against the mean label. With few labels the error is biased
 * upward, by about √(p(1−p)/n) per bin, also for a perfect model: compare it at equal n only.
 *
 * @param bins those that hold predictions, in order
 * @param expectedError expected calibration error: Σ n_b/n · |mean prediction − mean label|, in [0,
 *     1]; NaN without labels
 * @param logLoss mean −y ln p − (1−y) ln(1−p), nats, with p kept 10⁻¹⁵ from 0 and 1; NaN without
 *     labels
 */
public record Calibration(List<Bin> bins, double expectedError, double logLoss) {
  private static final double EDGE = 1e-15;

  /**
   * Predictions of one bin.
   *
   * @param low lower edge, inside
   * @param high upper edge, outside but for the last bin
   * @param predicted mean prediction
   * @param observed mean label
   * @param count predictions in it
   */
  public record Bin(double low, double high, double predicted, double observed, int count) {}

  /** Copies the list. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Returns the calibration of predictions.
   *
   * @param probabilities length n, in [0, 1]; not modified
   * @param labels length n, in [0, 1]; not modified
   * @param binCount number of bins, at least 1
   */
  public static Calibration of(double[] probabilities, double[] labels, int binCount) {
    if (probabilities.length != labels.length || binCount < 1) {
      throw new IllegalArgumentException(
          probabilities.length + " predictions, " + labels.length + " labels, " + binCount);
    }
    double[] predicted = new double[binCount];
    double[] observed = new double[binCount];
    int[] counts = new int[binCount];
    double logLoss = 0;
    for (int i = 0; i < labels.length; i++) {
      int bin = Math.min(binCount - 1, (int) (probabilities[i] * binCount));
      predicted[bin] += probabilities[i];
      observed[bin] += labels[i];
      counts[bin]++;
      logLoss += logLoss(probabilities[i], labels[i]);
    }
    return summed(predicted, observed, counts, logLoss / labels.length);
  }

  private static Calibration summed(
      double[] predicted, double[] observed, int[] counts, double logLoss) {
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    int n = 0;
    for (int b = 0; b < counts.length; b++) {
      if (counts[b] > 0) {
        double width = 1.0 / counts.length;
        bins.add(
            new Bin(
                b * width,
                (b + 1) * width,
                predicted[b] / counts[b],
                observed[b] / counts[b],
                counts[b]));
        error += Math.abs(predicted[b] - observed[b]);
        n += counts[b];
      }
    }
    return new Calibration(bins, error / n, logLoss);
  }

  private static double logLoss(double probability, double label) {
    double p = Math.min(1 - EDGE, Math.max(EDGE, probability));
    return -label * Math.log(p) - (1 - label) * Math.log1p(-p);
  }
}
