package org.strop.reward.choice;

import java.util.List;

/**
 * Centre and typical difference of each feature.
 *
 * <p>The difference is the root mean square deviation within answers, times 2 (for a pair: |x₂ −
 * x₁|). Where no answer has two segments that differ, it is twice the deviation over all; for a
 * constant feature 1, so that it stays constant.
 *
 * @param centre length K
 * @param unit length K, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Scale(double[] centre, double[] unit) {
  /** Returns the identity: features count in their own units. */
  static Scale none(int width) {
    double[] unit = new double[width];
    java.util.Arrays.fill(unit, 1);
    return new Scale(new double[width], unit);
  }

  static Scale of(List<Observation> observations, int width) {
    double[] centre = new double[width];
    double[] unit = new double[width];
    for (int k = 0; k < width; k++) {
      double[] all = spread(observations, k);
      centre[k] = all[0];
      double within = 0;
      double answers = 0;
      for (Observation o : observations) {
        if (o.segments().length > 1) {
          within += spread(List.of(o), k)[1];
          answers++;
        }
      }
      double square = answers > 0 && within > 0 ? within / answers : all[1];
      // A sum of squares of tiny numbers may underflow: such a feature counts as constant.
      unit[k] = square > 0 ? 2 * Math.sqrt(square) : 1;
    }
    return new Scale(centre, unit);
  }

  /** Returns mean and mean square deviation of a feature over all segments. */
  private static double[] spread(List<Observation> observations, int k) {
    double sum = 0;
    int n = 0;
    for (Observation o : observations) {
      for (double[] segment : o.segments()) {
        sum += segment[k];
        n++;
      }
    }
    double mean = sum / n;
    double squares = 0;
    for (Observation o : observations) {
      for (double[] segment : o.segments()) {
        squares += (segment[k] - mean) * (segment[k] - mean) / n;
      }
    }
    return new double[] {mean, squares};
  }

  /** Returns Σ wₖ (xₖ − centreₖ)/unitₖ. */
  double utility(double[] segment, double[] w) {
    double sum = 0;
    for (int k = 0; k < segment.length; k++) {
      sum += w[k] * ((segment[k] - centre[k]) / unit[k]);
    }
    return sum;
  }
}
