package org.strop.reward.choice;

import java.util.List;
import org.strop.reward.likelihood.ChoiceConfig;
import org.strop.reward.likelihood.ChoiceModel;
import org.strop.reward.likelihood.Level;
import org.strop.reward.likelihood.OperatorModel;
import org.strop.reward.likelihood.RankingConfig;
import org.strop.reward.likelihood.RankingModel;
import org.strop.reward.likelihood.ScoreConfig;
import org.strop.reward.likelihood.ScoreModel;

/**
 * What is fitted.
 *
 * @param weight of each feature. Learned: the prior is in logits per typical difference of the
 *     feature, whatever its unit. Fixed: in the feature's own unit, for utilities that are known
 * @param choices of every operator
 * @param scores of every operator
 * @param rankings of every operator
 * @param tolerance of the gradient, nats per unit of a parameter, summed over labels
 * @param iterations at most
 */
public record JointFitConfig(
    Level weight,
    ChoiceConfig choices,
    ScoreConfig scores,
    RankingConfig rankings,
    double tolerance,
    int iterations) {
  /** Weak prior of 5 logits per typical difference, plain choices. Sizes are ours. */
  public static final JointFitConfig PLAIN =
      new JointFitConfig(
          new Level.Learned(0, 5),
          ChoiceConfig.BRADLEY_TERRY,
          ScoreConfig.ZERO_TO_NINE,
          RankingConfig.PLACKETT_LUCE,
          1e-6,
          500);

  /** Returns this with other choices. */
  public JointFitConfig withChoices(ChoiceConfig other) {
    return new JointFitConfig(weight, other, scores, rankings, tolerance, iterations);
  }

  /** Returns this with other weights. */
  public JointFitConfig withWeight(Level other) {
    return new JointFitConfig(other, choices, scores, rankings, tolerance, iterations);
  }

  /** Returns this with other rankings. */
  public JointFitConfig withRankings(RankingConfig other) {
    return new JointFitConfig(weight, choices, scores, other, tolerance, iterations);
  }

  /** Returns the model of an operator who gave the kinds of answers that are given. */
  OperatorModel operator(boolean choosing, boolean scoring, boolean ordering) {
    List<org.strop.reward.likelihood.PreferenceModel> models = new java.util.ArrayList<>();
    if (choosing) {
      models.add(new ChoiceModel(choices));
    }
    if (scoring) {
      models.add(new ScoreModel(scores));
    }
    if (ordering) {
      models.add(new RankingModel(rankings));
    }
    return new OperatorModel(models);
  }
}
