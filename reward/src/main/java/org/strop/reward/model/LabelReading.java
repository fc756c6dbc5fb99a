package org.strop.reward.model;

import org.strop.reward.likelihood.BradleyTerry;

/** What a member's values of segments mean for labels. */
interface LabelReading {
  /** Returns P(second preferred), given that it is no tie. */
  double choice(double first, double second, int member, int operator);

  /** Returns the expected score over 9, in [0, 1]. */
  double score(double value, int member, int operator);

  /**
   * Rewards are on the scores' scale; choices have a gain per member.
   *
   * @param gains length M
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Plain(float[] gains) implements LabelReading {
    @Override
    public double choice(double first, double second, int member, int operator) {
      return BradleyTerry.sigmoid(gains[member] * (second - first));
    }

    @Override
    public double score(double value, int member, int operator) {
      return value;
    }
  }

  /**
   * By the fitted models of how operators answer.
   *
   * @param stored their parameters
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Fitted(AnswerModels answers, float[] stored) implements LabelReading {
    @Override
    public double choice(double first, double second, int member, int operator) {
      return answers.second(new double[] {first, second}, stored, member, operator);
    }

    @Override
    public double score(double value, int member, int operator) {
      return answers.score(value, stored, member, operator);
    }
  }

  /** Returns the reading of an ensemble. */
  static LabelReading of(Ensemble ensemble) {
    if (ensemble.net() instanceof CompositeNet net) {
      return new Fitted(net.answers(), ensemble.parameter(net.answers().slot()));
    }
    return new Plain(ensemble.gains());
  }
}
