package org.strop.reward.model;

import java.util.Optional;

/**
 * What members predict for labels: mean rewards of runs, and probabilities of choices.
 *
 * <p>Returns are taken over all steps in double precision, unlike in training, which draws some.
 */
final class Predictions {
  private final TrainingSet set;
  private final PairReturn pairReturn;
  private final Evaluated evaluated;
  private final LabelReading reading;
  private final Optional<ValueShift> shift;
  private final double meanPairLength;

  Predictions(
      TrainingSet set,
      PairReturn pairReturn,
      Evaluated evaluated,
      LabelReading reading,
      Optional<ValueShift> shift) {
    this.set = set;
    this.pairReturn = pairReturn;
    this.evaluated = evaluated;
    this.reading = reading;
    this.shift = shift;
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
      sum += part == Part.PAIRS ? choice(label, m) : value(part, label, m);
    }
    return sum / members.length;
  }

  private double value(Part part, int label, int member) {
    double mean = evaluated.mean(set.spans(part, label).get(0), member);
    return part == Part.SCORES ? reading.score(mean, member, set.operator(part, label)) : mean;
  }

  private double choice(int label, int member) {
    PairTarget pair = set.pairs().get(label);
    return reading.choice(
        utility(pair.first(), member),
        utility(pair.second(), member),
        member,
        set.operator(Part.PAIRS, label));
  }

  private double utility(Span span, int member) {
    double factor = pairReturn == PairReturn.SUM ? span.length() / meanPairLength : 1;
    return factor * (evaluated.mean(span, member) + shift.map(s -> s.of(span, member)).orElse(0.0));
  }
}
