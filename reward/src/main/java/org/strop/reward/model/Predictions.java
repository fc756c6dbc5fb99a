package org.strop.reward.model;

import java.util.stream.IntStream;
import org.strop.reward.likelihood.BradleyTerry;

/**
 * What members predict for labels: mean rewards of runs, and probabilities of choices.
 *
 * <p>Returns are taken over all steps in double precision, unlike in training, which draws some.
 */
final class Predictions {
  private final TrainingSet set;
  private final PairReturn pairReturn;
  private final float[][] rewards;
  private final float[] gains;
  private final double meanPairLength;

  /**
   * @param rewards [M][N]; not modified
   * @param gains length M; not modified
   */
  Predictions(TrainingSet set, PairReturn pairReturn, float[][] rewards, float[] gains) {
    this.set = set;
    this.pairReturn = pairReturn;
    this.rewards = rewards;
    this.gains = gains;
    this.meanPairLength = set.meanPairLength();
  }

  /**
   * Returns a label's prediction by the mean of some members: a mean reward, or for a pair the
   * probability that the second is preferred.
   *
   * @param members at least one
   */
  double of(Part part, int label, int[] members) {
    double sum = 0;
    for (int m : members) {
      sum += part == Part.PAIRS ? choice(label, m) : mean(set.spans(part, label).get(0), m);
    }
    return sum / members.length;
  }

  private double choice(int label, int member) {
    PairTarget pair = set.pairs().get(label);
    double logit =
        gains[member]
            * (segmentReturn(pair.second(), member) - segmentReturn(pair.first(), member));
    return BradleyTerry.sigmoid(logit);
  }

  private double segmentReturn(Span span, int member) {
    double factor = pairReturn == PairReturn.SUM ? span.length() / meanPairLength : 1;
    return factor * mean(span, member);
  }

  private double mean(Span span, int member) {
    return IntStream.range(span.from(), span.to()).mapToDouble(t -> rewards[member][t]).sum()
        / span.length();
  }
}
