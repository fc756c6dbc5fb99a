package org.strop.reward.model;

import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.policy.nn.ComputeConfig;
import org.strop.reward.composite.CompositeConfig;
import org.strop.reward.features.FeatureConfig;
import org.strop.reward.likelihood.PreferenceKind;

/**
 * A reward and its training; configs/reward/peeling.yaml.
 *
 * @param seed of first weights, folds and batches
 * @param compute device and threads
 * @param features what a step shows
 * @param thickness classes of pieces
 * @param weights of the three parts of the loss
 * @param pairReturn mean or sum of a segment's rewards
 * @param preferenceModel what people's choices compare: {@code partial_return}, {@code regret} or
 *     {@code mixture}; left out (rewards of earlier releases): partial return. {@code auto} is
 *     refused: {@code strop reward compare} tells which
 * @param values of states; needed for regret and mixture
 * @param ensemble the networks
 * @param encoder what reads steps; left out: a perceptron of {@code ensemble.hidden_width}
 * @param composite declared metrics and a penalised rest; left out: one network. With it {@code
 *     weights.thickness} weighs the predicted metrics' error, {@code weights.scores} nats of
 *     ordinal scores
 * @param fit their training
 * @param batch what a step of it looks at
 * @param calibrationBins bins of the reliability diagram (10 is usual)
 */
public record RewardConfig(
    long seed,
    ComputeConfig compute,
    FeatureConfig features,
    ThicknessConfig thickness,
    PartWeights weights,
    PairReturn pairReturn,
    Optional<PreferenceKind> preferenceModel,
    Optional<ValueConfig> values,
    EnsembleConfig ensemble,
    Optional<EncoderConfig> encoder,
    Optional<CompositeConfig> composite,
    FitConfig fit,
    BatchConfig batch,
    @Bounds(min = 1, max = 1000) int calibrationBins)
    implements SelfChecking {
  @Override
  public void check(Problems problems) {
    if (kind() == PreferenceKind.AUTO) {
      problems.add(
          "preference_model",
          "is auto, but a reward is fitted under one model",
          "run strop reward compare --data DIR --labels FILE on these labels, and set"
              + " preference_model to the model that it chooses");
    } else if (kind() != PreferenceKind.PARTIAL_RETURN && values.isEmpty()) {
      problems.add(
          "preference_model",
          "is " + kind().key() + ", which needs values of states",
          "add values: {discount: 0.99, ridge: 0.01, episodes: 24}");
    }
  }

  /** Returns what people are taken to compare. */
  public PreferenceKind kind() {
    return preferenceModel.orElse(PreferenceKind.PARTIAL_RETURN);
  }
}
