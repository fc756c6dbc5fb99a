package org.strop.reward.metrics;

/**
 * How often predictions agree with people's choices.
 *
 * <p>A prediction is the probability that the second is preferred; a label is 0 (first), 1 (second)
 * or strictly between, a tie. Two readings, because the field uses both: {@link #decisive()} leaves
 * ties out; {@link #tiesHalf()} counts each tie as half right. A prediction of exactly ½ is half
 * right in both.
 *
 * @param correct decisive labels predicted right, with predictions of ½ as half
 * @param decisiveCount labels that are 0 or 1
 * @param ties labels in between
 * @param secondCount decisive labels that are 1
 */
public record PreferenceAccuracy(double correct, int decisiveCount, int ties, int secondCount) {
  /**
   * Returns the agreement of predictions with labels.
   *
   * @param probabilities that the second is preferred, length n, in [0, 1]; not modified
   * @param labels length n, in [0, 1]; not modified
   */
  public static PreferenceAccuracy of(double[] probabilities, double[] labels) {
    if (probabilities.length != labels.length) {
      throw new IllegalArgumentException(
          probabilities.length + " predictions for " + labels.length + " labels");
    }
    double correct = 0;
    int ties = 0;
    int second = 0;
    for (int i = 0; i < labels.length; i++) {
      requireProbability(probabilities[i]);
      requireProbability(labels[i]);
      if (labels[i] > 0 && labels[i] < 1) {
        ties++;
      } else {
        second += labels[i] == 1 ? 1 : 0;
        correct += agreement(probabilities[i], labels[i] == 1);
      }
    }
    return new PreferenceAccuracy(correct, labels.length - ties, ties, second);
  }

  private static double agreement(double probability, boolean second) {
    return probability == 0.5 ? 0.5 : (probability > 0.5) == second ? 1 : 0;
  }

  private static void requireProbability(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(value + " is not in [0, 1]");
    }
  }

  /**
   * Returns the accuracy on decisive labels.
   *
   * @throws IllegalStateException if there are none
   */
  public Proportion decisive() {
    requireSome(decisiveCount);
    return new Proportion(correct, decisiveCount);
  }

  /** Returns the accuracy on all labels, each tie half right whatever was predicted. */
  public Proportion tiesHalf() {
    requireSome(decisiveCount + ties);
    return new Proportion(correct + ties / 2.0, decisiveCount + ties);
  }

  /** Returns the accuracy of always answering with the commoner decisive side. */
  public double majority() {
    requireSome(decisiveCount);
    return Math.max(secondCount, decisiveCount - secondCount) / (double) decisiveCount;
  }

  private static void requireSome(int n) {
    if (n == 0) {
      throw new IllegalStateException("there is no label to compare with");
    }
  }
}
