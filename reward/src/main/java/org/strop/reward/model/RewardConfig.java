package org.strop.reward.model;

import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.policy.nn.ComputeConfig;
import org.strop.reward.composite.CompositeConfig;
import org.strop.reward.features.FeatureConfig;

/**
 * A reward and its training; configs/reward/peeling.yaml.
 *
 * @param seed of first weights, folds and batches
 * @param compute device and threads
 * @param features what a step shows
 * @param thickness classes of pieces
 * @param weights of the three parts of the loss
 * @param pairReturn mean or sum of a segment's rewards
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
    EnsembleConfig ensemble,
    Optional<EncoderConfig> encoder,
    Optional<CompositeConfig> composite,
    FitConfig fit,
    BatchConfig batch,
    @Bounds(min = 1, max = 1000) int calibrationBins) {}
